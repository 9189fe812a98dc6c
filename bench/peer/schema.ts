/** What the two operations that the peer is asked need, under the gateway's names. */
export const typeDefs = `#graphql
  type Query {
    certifications(first: Int!): CertificationConnection
    reassignmentConfigTypes: [ConfigType!]
    reassignmentTenantConfiguration: TenantConfiguration
    reassignmentConfigurations(first: Int!): ConfigurationConnection
  }
  type CertificationConnection { nodes: [Certification!]! }
  type Certification {
    id: ID!
    name: String
    phase: String
    dueAt: String
    isOverdue: Boolean
    isCompleted: Boolean
    campaign: Campaign
    progress: Progress
    reviewers: ReviewerConnection
    pendingTasks: [Task!]
  }
  type Campaign { id: ID! name: String }
  type Progress { decisionsMade: Int decisionsTotal: Int }
  type ReviewerConnection { nodes: [Reviewer!]! }
  type Reviewer { id: ID! name: String email: String }
  type Task { id: ID! status: String }
  type ConfigType { configType: String configTypeName: String displayName: String }
  type TenantConfiguration { isEnabled: Boolean }
  type ConfigurationConnection { nodes: [Configuration!]! }
  type Configuration { id: ID! identity: Reviewer configDetails: [ConfigurationDetail!]! }
  type ConfigurationDetail { id: ID! configType: String targetIdentity: Reviewer endsAt: String state: String }
`;
