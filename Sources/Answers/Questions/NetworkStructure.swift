import ActorAnalysis
import ActorModel
import GraphCore

/// What the network as a whole is like: density, censuses, bridges, key players and more.
public struct NetworkStructure: Question {
  /// What is looked at.
  public var view: StudyView
  /// The measures with their options as texts: `triad-census`, `key-player-reach:size=4`; `all` for every one that needs
  /// no actor named. The usual ones where empty.
  public var measures: [String]
  /// How many rows of a list people are shown; programs get all.
  public var top: Int

  /// What the question is.
  public static let summary = QuestionSummary(
    id: "structure", title: "Structure", meaning: "Describes the network as a whole.")

  /// Its options.
  public static var parameters: [Parameter<NetworkStructure>] {
    [
      .texts("measure", \.measures, "The measures; the usual ones where none is named."),
      .integer("top", \.top, in: 1...Int.max, "How many rows of a list people are shown."),
    ]
  }

  /// The usual measures of a view.
  public init(_ measures: [String] = [], view: StudyView = StudyView(), top: Int = 15) {
    self.measures = measures
    self.view = view
    self.top = top
  }

  /// Describes the first network of a study.
  ///
  /// - Throws: That there is no such measure, actor or source; what the projection throws; that the run was cancelled.
  public func answer(in study: Study) throws(QuestionError) -> Answer {
    try checkOptions()
    let choices = try choices(seed: study.seed)
    let network = study.inputs[0].network
    for choice in choices { try choice.check(in: [network]) }
    let projected = try study.graph(view)
    var findings: [FindingSection] = []
    do throws(AlgorithmError) {
      for choice in choices {
        study.begin(choice.summary.id)
        let result = try FindingResult(of: choice, on: projected, in: study.context)
        findings.append(FindingSection(result: result, projected: projected, shownRows: top))
      }
    } catch {
      throw QuestionError(error, in: projected)
    }
    return Answer(
      manifest: Manifest(Self.summary.id, of: study, [projected]),
      body: body(of: findings, title: network.title, projected),
      sheet: FindingSection.sheet(of: findings), remarks: ViewDescription.remarks(on: [projected]),
      refusal: Self.refusal(findings))
  }

  private func body(of findings: [FindingSection], title: String, _ projected: ProjectedGraph) -> AnswerSection {
    var body = AnswerSection([
      FindingSection.numbers(
        of: findings, title: "\(title)", statement: "\(ViewDescription(of: projected).sentence)"),
      .sections("measures", findings.map(\.section)),
    ])
    // Of the first measure that has one, where the blocs have it too.
    if let balance = findings.lazy.compactMap(\.balance).first { body.blocks.append(.section("balance", balance)) }
    return body
  }

  private func choices(seed: UInt64) throws(QuestionError) -> [AlgorithmChoice<Finding>] {
    let catalog = StructureCatalog()
    var choices: [AlgorithmChoice<Finding>] = []
    do throws(AlgorithmTextError) {
      for text in measures.isEmpty ? StructureCatalog.standard : measures {
        if text == "all" {
          for kind in catalog.measures where kind.runsAlone { choices.append(try kind.choice(seed: seed)) }
        } else {
          choices.append(try catalog.choice(text, seed: seed))
        }
      }
    } catch {
      throw QuestionError(error, question: Self.summary.id)
    }
    return choices
  }

  /// A single measure that is refused leaves no answer.
  private static func refusal(_ findings: [FindingSection]) -> Phrase? {
    guard findings.count == 1, let only = findings.first, let reason = only.result.refusal else { return nil }
    return "\(only.result.summary.id) is not defined here: \(reason)"
  }
}
