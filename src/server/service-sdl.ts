import { GraphQLError, type ASTVisitor, type ValidationContext } from 'graphql';

/** `_service { sdl }` says as much as introspection does: where that is off, this is. */
export function noServiceSdl(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      if (node.name.value !== '_service' || context.getParentType() !== context.getSchema().getQueryType()) return;
      context.reportError(
        new GraphQLError('Introspection is off (INTROSPECTION), and _service with it; compose from the SDL files.', {
          nodes: [node],
        }),
      );
    },
  };
}
