/// The fields of all records of a network, each said once; what reads, writes, compares or shows a field goes by these.
package struct NetworkFields: Sendable {
  package var network = FieldTable<NetworkContent>.network
  package var bloc = FieldTable<Bloc>.bloc
  package var source = FieldTable<Source>.source
  package var actor = FieldTable<Actor>.actor
  package var relation = FieldTable<Relation>.relation
  package var evidence = FieldTable<Evidence>.evidence
  package var says = FieldTable<Claims>.says
  package var membership = FieldTable<BlocMembership>.membership

  /// The fields that the package knows.
  package static let standard = NetworkFields()
}

extension NetworkFields: Hashable {
  private var keys: [[String]] {
    [
      network.keys, bloc.keys, source.keys, actor.keys, relation.keys, evidence.keys, says.keys, membership.keys,
    ]
  }

  /// Whether two tables have the same fields, by their keys.
  package static func == (a: NetworkFields, b: NetworkFields) -> Bool { a.keys == b.keys }

  /// Hashes the keys.
  package func hash(into hasher: inout Hasher) { hasher.combine(keys) }
}
