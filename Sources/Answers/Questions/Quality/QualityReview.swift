import ActorAnalysis
import ActorModel
import GraphCore
import NetworkFormats

/// What an analyst should look at in a network before trusting it.
public struct QualityReview: Question {
  /// The kinds of findings that are listed, as ``ActorAnalysis/QualityFinding/Kind`` words them; all where empty.
  public var kinds: [String]
  /// The kinds that are not listed.
  public var withoutKinds: [String]
  /// How many findings of each kind people are shown; programs get all.
  public var top = 100

  /// What the question is.
  public static let summary = QuestionSummary(
    id: "check", title: "Review", meaning: "Lists what to look at in a network before trusting it.")

  /// Its options.
  public static var parameters: [Parameter<QualityReview>] {
    [
      .texts("kind", \.kinds, "The kinds of findings that are listed; all where none is named."),
      .texts("without-kind", \.withoutKinds, "The kinds of findings that are not listed."),
      .integer("top", \.top, in: 1...Int.max, "How many findings of each kind people are shown."),
    ]
  }

  /// A review that lists some kinds of findings.
  public init(kinds: [String] = [], without withoutKinds: [String] = []) {
    self.kinds = kinds
    self.withoutKinds = withoutKinds
  }

  /// Looks the first network of a study over.
  ///
  /// - Throws: That there is no such kind, with the nearest.
  /// - Complexity: O(size of the network).
  public func answer(in study: Study) throws(QuestionError) -> Answer {
    try checkOptions()
    let input = study.inputs[0]
    let listed = try listedKinds()
    study.begin("looking the network over")
    let quality = DataQuality(of: input.network, unstated: input.report.unstated)
    let sections = QualitySections(input: input, quality: quality, kinds: listed, top: top)
    return Answer(
      manifest: Manifest(Self.summary.id, of: study, []), body: sections.body, sheet: sections.sheet)
  }

  private func listedKinds() throws(QuestionError) -> Set<QualityFinding.Kind> {
    let wanted = try Self.kinds(kinds)
    let unwanted = try Self.kinds(withoutKinds)
    return (wanted.isEmpty ? Set(QualityFinding.Kind.allCases) : wanted).subtracting(unwanted)
  }

  private static func kinds(_ words: [String]) throws(QuestionError) -> Set<QualityFinding.Kind> {
    var kinds: Set<QualityFinding.Kind> = []
    for word in words {
      guard let kind = QualityFinding.Kind(rawValue: word) else {
        let known = QualityFinding.Kind.allCases.map(\.rawValue)
        let near = NearestNames(to: word, among: known).first
        let advice = near.map { "did you mean '\($0)'?" } ?? "kinds are \(known.joined(separator: ", "))"
        throw .unfit("there is no kind '\(word)'; \(advice)")
      }
      kinds.insert(kind)
    }
    return kinds
  }
}
