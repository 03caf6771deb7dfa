import ActorAnalysis
import ActorModel

/// What changed, for programs.
struct ChangeRecords {
  let result: ComparisonResult

  /// Actors, relations, dyads and what the files say beside them; the evidence behind every relation that changed.
  var blocks: [AnswerSection.Block] {
    let fields = [
      Field(
        "actors",
        .record([
          Field("added", .list(result.actorsAdded.map(Self.record))),
          Field("removed", .list(result.actorsRemoved.map(Self.record))),
          Field("changed", .list(result.actorsChanged.map { Self.record($0, .actorID($0.id)) })),
        ])),
      Field("network", .list(result.descriptions.map(\.record))),
      Field("sources", Self.record(result.sources, Cell.source)),
      Field("blocNames", Self.record(result.blocNames, Cell.text)),
      Field("relations", relations), Field("dyads", .list(result.dyads.map(Self.record))),
      Field("evidence", evidence),
    ]
    return fields.map { .field($0) }
  }

  private var relations: Cell {
    let matching = result.relations
    return .record([
      Field("added", .list(matching.added.map(\.record))), Field("ended", .list(matching.ended.map(\.record))),
      Field(
        "changed",
        .list(
          matching.changed.map { change in
            .record([
              Field("relation", .relation(change.after.id)), Field("before", change.before.record),
              Field("after", change.after.record), Field("fields", .list(change.fields.map(\.record))),
            ])
          })),
      Field("newlyDisputed", .relations(matching.newlyDisputed.map(\.id))),
      Field("flipped", .list(result.flips.map(Self.record))),
    ])
  }

  /// The evidence behind each relation that came, went or says something else, by its id.
  private var evidence: Cell {
    let touched = result.relations.added + result.relations.ended + result.relations.changed.map(\.after)
    var seen: Set<String> = []
    return .record(
      touched.filter { seen.insert($0.id).inserted }.map { relation in
        Field(relation.id, .list(relation.evidence.map(Self.record)))
      })
  }

  private static func record(_ evidence: Evidence) -> Cell {
    .record([
      Field("source", .source(evidence.source)), Field("stance", .text(evidence.stance.rawValue)),
      Field("locator", .text(optional: evidence.locator)), Field("claim", .text(optional: evidence.claim)),
    ])
  }

  private static func record(_ actor: Actor) -> Cell {
    .record([Field("actor", .actorID(actor.id)), Field("name", .text(actor.name))])
  }

  private static func record(_ change: RecordChange, _ id: Cell) -> Cell {
    .record([Field("id", id), Field("fields", .list(change.fields.map(\.record)))])
  }

  private static func record(_ matching: RecordMatching, _ cell: (String) -> Cell) -> Cell {
    .record([
      Field("added", .list(matching.added.map(cell))), Field("removed", .list(matching.removed.map(cell))),
      Field("changed", .list(matching.changed.map { record($0, cell($0.id)) })),
    ])
  }

  /// All that holds between two actors, before and after.
  private static func record(_ dyad: DyadChange) -> Cell {
    .record([
      Field("actors", .actors([dyad.first, dyad.second])), Field("change", .text(dyad.kind.rawValue)),
      Field("before", .text(optional: dyad.before?.sign.rawValue)),
      Field("after", .text(optional: dyad.after?.sign.rawValue)),
      Field("strengthBefore", .number(optional: dyad.before?.strength)),
      Field("strengthAfter", .number(optional: dyad.after?.strength)),
      Field("signedStrengthBefore", .number(optional: dyad.before?.signedStrength)),
      Field("signedStrengthAfter", .number(optional: dyad.after?.signedStrength)),
      Field("relationsBefore", .relations(dyad.before?.relations.map(\.id) ?? [])),
      Field("relationsAfter", .relations(dyad.after?.relations.map(\.id) ?? [])),
    ])
  }
}
