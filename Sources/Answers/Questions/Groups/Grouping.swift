import ActorAnalysis
import ActorModel
import GraphAlgorithms
import GraphCore

/// Into which blocs the actors fall, and how balanced friendly and hostile ties are.
public struct Grouping: Question {
  /// How blocs are found: a method with its options, `given` for those of the file, `kind`, or `attribute/NAME`.
  public var method: String
  /// Another method whose blocs these are compared with; `nil` for none.
  public var against: String?
  /// What a tie weighs in the frustration.
  public var weighing = SignedWeighing.automatic
  /// How many steps the proof of the least frustration may take; `nil` for the usual number.
  public var searchLimit: Int?
  /// Seconds that the proof may take instead; `nil` for a limit in steps.
  public var proofSeconds: Int?
  /// What is looked at.
  public var view: StudyView

  /// What the question is.
  public static let summary = QuestionSummary(
    id: "groups", title: "Blocs",
    meaning: "Divides the actors into blocs, and says how balanced friendly and hostile ties are.")

  /// Its options.
  public static var parameters: [Parameter<Grouping>] {
    [
      .text("method", \.method, "How blocs are found."),
      .text("against", \.against, "Another method, whose blocs these are compared with."),
      .choice("weighing", \.weighing, "What a tie weighs in the frustration."),
      .integer("search-limit", \.searchLimit, in: 0...Int.max, "How many steps the proof may take."),
      .integer("proof-seconds", \.proofSeconds, in: 1...86_400, "Seconds that the proof may take instead."),
    ]
  }

  /// The blocs of a view by a method.
  public init(by method: String = "leiden", view: StudyView = StudyView()) {
    self.method = method
    self.view = view
  }

  /// Checks options and the names of methods.
  public func check() throws(QuestionError) {
    try checkOptions()
    if searchLimit != nil && proofSeconds != nil {
      throw .unfit(
        "\(option: "search-limit") and \(option: "proof-seconds") are two limits of one search; give one")
    }
    _ = try ways(seed: 1)
  }

  /// Divides the first network of a study.
  ///
  /// - Throws: That there is no such method, attribute or source; what the projection and the method throw; that the
  ///   run was cancelled.
  public func answer(in study: Study) throws(QuestionError) -> Answer {
    try check()
    let ways = try ways(seed: study.seed)
    for way in ways { try way.check(in: [study.inputs[0].network]) }
    let projected = try study.graph(view)
    study.begin("blocs by \(method)")
    let result: BlocResult
    var likeness: PartitionComparison?
    do throws(AlgorithmError) {
      result = try analysis(by: ways[0], seed: study.seed).run(on: projected, in: study.context)
      for other in ways.dropFirst() {
        likeness = try PartitionComparison(
          result.partition, try other.partition(of: projected, needed: true, study.context))
      }
    } catch {
      throw QuestionError(error, in: projected)
    }
    let sections = BlocSections(question: self, result: result, likeness: likeness, projected: projected)
    return Answer(
      manifest: Manifest(Self.summary.id, of: study, [projected]), body: sections.body, sheet: sections.sheet,
      remarks: ViewDescription.remarks(on: [projected]))
  }

  /// The method, and the one it is compared with.
  private func ways(seed: UInt64) throws(QuestionError) -> [BlocAnalysis.Method] {
    var ways: [BlocAnalysis.Method] = []
    for text in [method, against].compactMap(\.self) {
      ways.append(try BlocAnalysis.Method(text, for: Self.summary.id, seed: seed, preset: preset))
    }
    return ways
  }

  /// What a method that looks for camps takes from the options where its own text says nothing.
  private var preset: [AlgorithmOption] {
    var preset: [AlgorithmOption] = []
    if weighing != .automatic { preset.append(AlgorithmOption(name: "weighing", value: weighing.rawValue)) }
    if let searchLimit { preset.append(AlgorithmOption(name: "search-limit", value: "\(searchLimit)")) }
    if let proofSeconds { preset.append(AlgorithmOption(name: "proof-seconds", value: "\(proofSeconds)")) }
    return preset
  }

  private func analysis(by method: BlocAnalysis.Method, seed: UInt64) -> BlocAnalysis {
    var analysis = BlocAnalysis(by: method)
    analysis.weighing = weighing
    if let searchLimit { analysis.searchLimit = searchLimit }
    analysis.proofSeconds = proofSeconds
    analysis.seed = seed
    return analysis
  }
}
