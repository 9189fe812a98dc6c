# The gateway, and below it the stand-in upstream for those who have no tenant.

FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev

FROM node:24-bookworm-slim AS runtime
# HOST: a container's loopback is reachable from inside it alone.
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
COPY package.json ./
COPY --from=dependencies /app/node_modules ./node_modules
COPY schema ./schema
COPY --from=build /app/dist ./dist
USER node

# Commands are plain node: the image has no curl for the checks, and npm would not pass signals on.
FROM runtime AS upstream
ENV SANDBOX_PORT=4100
EXPOSE 4100
HEALTHCHECK --interval=5s --timeout=3s --start-period=10s --retries=6 \
  CMD ["node", "-e", "require('node:net').connect(Number(process.env.SANDBOX_PORT), '127.0.0.1').once('connect', () => process.exit(0)).once('error', () => process.exit(1))"]
CMD ["node", "dist/sandbox/upstream-main.js"]

FROM runtime AS gateway
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 4000}/health/live`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# As npm start; docs/operations.md says what the size is for.
CMD ["node", "--max-semi-space-size=32", "--import", "./dist/telemetry/register.js", "dist/main.js"]
