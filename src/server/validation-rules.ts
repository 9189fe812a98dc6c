import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  type ASTVisitor,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** Rules beside those of the specification. */
export function validationRules(isIntrospectionOn: boolean): ValidationRule[] {
  return isIntrospectionOn ? [] : [NoSchemaIntrospectionCustomRule, noServiceSdl];
}

/** `_service { sdl }` says as much as introspection does: where that is off, this is. */
function noServiceSdl(context: ValidationContext): ASTVisitor {
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
