import ActorModel

extension Relation {
  /// What it says, for programs.
  func fields(by table: FieldTable<Relation>) -> [Field] {
    [
      Field("relation", .relation(id)), Field("from", .actorID(ends.first)), Field("to", .actorID(ends.second)),
      Field("directed", .flag(ends.isDirected)),
    ] + table.fields(in: [.facts, .dates]).map { $0.field(of: self) } + [Field("disputed", .flag(isDisputed))]
  }

  /// What it says, with the sources that say so.
  var record: Cell {
    .record(fields(by: NetworkFields.standard.relation) + [Field("sources", .sources(evidence.map(\.source)))])
  }
}
