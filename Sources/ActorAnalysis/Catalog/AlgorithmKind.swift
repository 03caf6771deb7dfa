import ActorModel
import GraphCore

/// A kind of algorithm, known only when the program runs: its options by name, and a way to run it.
public struct AlgorithmKind<Output: Sendable>: Sendable {
  /// What the algorithm is.
  public let summary: AlgorithmSummary
  /// Its options with their defaults.
  public let parameters: [AlgorithmParameter]
  private let configure: @Sendable ([AlgorithmOption]) throws(AlgorithmTextError) -> AlgorithmChoice<Output>

  /// A kind of algorithm.
  ///
  /// - Parameters:
  ///   - standard: The algorithm with its default options.
  ///   - defaults: What options that name actors or blocs are by default; those that are not in it must be given.
  ///   - samples: What an example gives such options, by actors of the seed network; one actor where it says nothing.
  ///   - reading: Which graph of a network it reads; a bare graph is read as it is.
  ///   - output: What to make of its result.
  package init<Algorithm: GraphAlgorithm & DescribedAlgorithm>(
    _ standard: Algorithm, defaults: [String: String] = [:], samples: [String: String] = [:],
    reading: GraphReading = .asProjected, output: @escaping @Sendable (Algorithm.Output) -> Output
  ) {
    self.init(standard, defaults: defaults, samples: samples) { configured, whole, context throws(AlgorithmError) in
      try whole.read(reading) { subject throws(AlgorithmError) in
        output(try configured.algorithm(for: subject, context).run(on: subject.graph, in: context))
      }
    }
  }

  /// A kind of algorithm whose result names actors and relations.
  ///
  /// - Parameters:
  ///   - standard: The algorithm with its default options.
  ///   - defaults: What options that name actors or blocs are by default; those that are not in it must be given.
  ///   - samples: What an example gives such options, by actors of the seed network; one actor where it says nothing.
  ///   - reading: Which graph of a network it reads.
  ///   - prepare: Sets what comes from the network itself rather than from an option.
  ///   - finding: What to make of its result.
  package init<Algorithm: GraphAlgorithm & DescribedAlgorithm>(
    _ standard: Algorithm, defaults: [String: String] = [:], samples: [String: String] = [:],
    reading: GraphReading = .asProjected,
    prepare: @escaping @Sendable (inout Algorithm, ProjectedGraph) -> Void = { _, _ in },
    finding: @escaping @Sendable (Algorithm.Output, Algorithm, ProjectedGraph) -> Output
  ) {
    self.init(standard, defaults: defaults, samples: samples) { configured, whole, context throws(AlgorithmError) in
      try whole.read(reading) { subject throws(AlgorithmError) in
        let projected = try subject.named(Algorithm.summary)
        var algorithm = try configured.algorithm(for: subject, context)
        prepare(&algorithm, projected)
        return finding(try algorithm.run(on: subject.graph, in: context), algorithm, projected)
      }
    }
  }

  /// A kind of algorithm that is part of an analysis of a whole network.
  ///
  /// - Parameters:
  ///   - standard: The algorithm with its default options.
  ///   - analysis: Runs it with its options set.
  package init<Algorithm: GraphAlgorithm & DescribedAlgorithm>(
    _ standard: Algorithm,
    analysis: @escaping @Sendable (Algorithm, ProjectedGraph, RunContext) throws(AlgorithmError) -> Output
  ) {
    self.init(standard) { configured, subject, context throws(AlgorithmError) in
      let projected = try subject.named(Algorithm.summary)
      return try analysis(try configured.algorithm(for: subject, context), projected, context)
    }
  }

  /// A kind of algorithm that looks at a network over a period.
  ///
  /// - Parameters:
  ///   - standard: The algorithm with its default options.
  ///   - setByPeriod: Options that the period says, so that nobody can set them by name.
  ///   - analysis: Runs it with its options set.
  package init<Algorithm: DescribedAlgorithm>(
    overTime standard: Algorithm, setByPeriod: Set<String> = [],
    analysis: @escaping @Sendable (Algorithm, TimedProjection, RunContext) throws(AlgorithmError) -> Output
  ) {
    self.init(standard, leavingOut: setByPeriod) { configured, subject, context throws(AlgorithmError) in
      let timed = try subject.dated(Algorithm.summary)
      return try analysis(try configured.algorithm(for: subject, context), timed, context)
    }
  }

  private init<Algorithm: DescribedAlgorithm>(
    _ standard: Algorithm, leavingOut: Set<String> = [], defaults: [String: String] = [:],
    samples: [String: String] = [:],
    run:
      @escaping @Sendable (ConfiguredAlgorithm<Algorithm>, AlgorithmSubject, RunContext) throws(AlgorithmError) ->
      Output
  ) {
    let known = Algorithm.parameters.filter { !leavingOut.contains($0.name) }
    summary = Algorithm.summary
    parameters = known.map {
      AlgorithmParameter(
        name: $0.name, help: $0.help, values: $0.values,
        standard: $0.place == nil ? $0.read(standard) : defaults[$0.name], sample: samples[$0.name])
    }
    configure = { options throws(AlgorithmTextError) in
      let configured = try ConfiguredAlgorithm(standard, parameters: known, defaults: defaults, given: options)
      return AlgorithmChoice(
        summary: Algorithm.summary, options: configured.options, named: configured.named,
        run: { subject, context throws(AlgorithmError) in try run(configured, subject, context) })
    }
  }

  /// The algorithm with options set.
  ///
  /// - Parameters:
  ///   - options: The options that differ from their defaults.
  ///   - seed: The seed of random choices where the options name none; `nil` for the algorithm's own.
  ///   - preset: Other options, set where the algorithm has them and the options name none.
  public func choice(
    _ options: [AlgorithmOption] = [], seed: UInt64? = nil, preset: [AlgorithmOption] = []
  ) throws(AlgorithmTextError) -> AlgorithmChoice<Output> {
    let seeds = parameters.filter { $0.values == .seed }.map(\.name)
    let given = seed.map { value in seeds.map { AlgorithmOption(name: $0, value: "\(value)") } } ?? []
    let known = preset.filter { option in parameters.contains { $0.name == option.name } }
    return try configure(given + known + options)
  }

  /// Whether it runs without anybody naming an actor.
  package var runsAlone: Bool { parameters.allSatisfy { $0.standard != nil } }
}
