import ActorModel
import GraphCore

/// Which actors of a network may be the same under another name or spelling. Nothing is merged.
public struct AliasReview: Question {
  /// What the question is.
  public static let summary = QuestionSummary(
    id: "aliases", title: "Aliases", meaning: "Suggests which actors may be the same under another name or spelling.")

  /// It has no options.
  public static var parameters: [Parameter<AliasReview>] { [] }

  /// A review of all actors.
  public init() {}

  /// Looks for actors of the first network of a study that may be the same.
  ///
  /// - Complexity: O(n · log(n)) in the number of names, and the pairs that are alike.
  public func answer(in study: Study) throws(QuestionError) -> Answer {
    let input = study.inputs[0]
    let found = AliasSuggestions().find(in: input.network)
    // It is a part of the review of a network, and known to programs by that name.
    return Answer(
      manifest: Manifest(QualityReview.summary.id, of: study, []),
      body: AnswerSection([.table(shown(found, in: input.path)), .table(suggestions(found))]),
      sheet: shown(found, in: input.path))
  }

  private func suggestions(_ found: [AliasSuggestion]) -> AnswerTable {
    var table = AnswerTable(
      "suggestions",
      columns: [
        .words("first"), .words("second"), .words("firstName"), .words("secondName"), .numbers("similarity"),
        .words("why"),
      ], for: .programs)
    for one in found {
      table.add([
        .actorID(one.first), .actorID(one.second), .text(one.firstName), .text(one.secondName),
        .number(one.similarity), .text(one.why),
      ])
    }
    return table
  }

  private func shown(_ found: [AliasSuggestion], in path: String) -> AnswerTable {
    var table = AnswerTable(
      "pairs", title: "\(path): actors that may be the same",
      statement: "Suggestions only. Merge by giving both one id, or rule it out with not: [ID].",
      columns: [.words("actor"), .words("and"), .numbers("alike"), .words("why")], for: .people)
    for one in found {
      // Per cent in every form: the likeness of spellings has no more digits to give.
      table.add([
        .phrase("\(actor: one.first) \(one.firstName)"), .phrase("\(actor: one.second) \(one.secondName)"),
        .phrase("\(one.similarity, as: .percent)"), .text(one.why),
      ])
    }
    if found.isEmpty { table.notes.append("None.") }
    return table
  }
}
