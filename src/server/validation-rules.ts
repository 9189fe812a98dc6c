import {
  GraphQLError,
  NoSchemaIntrospectionCustomRule,
  type ASTVisitor,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';

/** Rules beside those of the specification. */
export function validationRules(isIntrospectionOn: boolean): ValidationRule[] {
  return isIntrospectionOn ? [knownOperationTypes] : [knownOperationTypes, NoSchemaIntrospectionCustomRule, noServiceSdl];
}

/** The specification leaves it to the executor to miss a root type; that would look like a fault of the gateway. */
function knownOperationTypes(context: ValidationContext): ASTVisitor {
  return {
    OperationDefinition(node) {
      if (context.getSchema().getRootType(node.operation)) return;
      context.reportError(new GraphQLError(`This schema has no ${node.operation}s.`, { nodes: [node] }));
    },
  };
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
