import ActorAnalysis
import ActorModel
import GraphCore

/// What an algorithm finds from one actor to another or to all, as an answer.
struct MethodRoutes {
  let question: Routes
  let from: Actor
  let to: Actor?

  /// Asks the algorithm.
  func answer(_ method: String, in study: Study) throws(QuestionError) -> Answer {
    let choice: AlgorithmChoice<Finding>
    do {
      choice = try RouteCatalog().choice(method, from: from.id, to: to?.id)
    } catch {
      throw QuestionError(error, question: Routes.summary.id)
    }
    let projected = try study.graph(question.view)
    let result: FindingResult
    study.begin(choice.summary.id)
    do {
      result = try FindingResult(of: choice, on: projected, in: study.context)
    } catch {
      throw QuestionError(error, in: projected)
    }
    let finding = FindingSection(result: result, projected: projected, shownRows: question.top)
    return Answer(
      manifest: Manifest(Routes.summary.id, of: study, [projected]), body: body(of: finding),
      sheet: FindingSection.sheet(of: [finding]), remarks: ViewDescription.remarks(on: [projected]),
      refusal: result.refusal.map { "\(choice.summary.id) is not defined here: \($0)" })
  }

  private func body(of finding: FindingSection) -> AnswerSection {
    let summary = finding.result.summary
    let routes = finding.result.finding?.routes ?? []
    let sections = RouteSections(projected: finding.projected, question: question)
    let end: Phrase = to.map { " to \($0)" } ?? ""
    var body = AnswerSection([
      FindingSection.numbers(
        of: [finding], title: "\(summary.title) from \(from)\(end)",
        statement: "\(ViewDescription(of: finding.projected).sentence)", notes: sections.notes(on: routes))
    ])
    body.blocks += sections.tables(of: routes)
    body.add("from", .actor(from))
    body.add("to", to.map { .actor($0) } ?? .absent)
    body.add("method", .text(summary.id))
    body.add("paths", .list(routes.map(sections.record)))
    body.blocks.append(.section("finding", finding.section))
    return body
  }
}
