import ActorModel
import GraphCore
import NetworkFormats

/// What questions are asked of: networks with the files they came from, and how runs are carried out.
///
/// Snapshots and graphs are made once for all questions that look at the same.
///
///     let study = try Study(ofFile: "grain.yaml")
///     let answer = try Lookup("Russia").answer(in: study)
public struct Study: Sendable {
  /// A network with the file it came from.
  public struct Input: Sendable {
    /// The path as it was given.
    public let path: String
    /// The SHA-256 hash of the file's bytes.
    public let sha256: String
    /// The network.
    public let network: ActorNetwork
    /// What became of everything in the file.
    public let report: ImportReport
    /// When it is, where it is one of several states: `2025-07-08`, `2025-07`, `2025-Q3`, `2024..2025`, or a label; `nil`
    /// for the last day that anything in it is dated to.
    public var date: String?

    /// A network as read.
    public init(path: String, sha256: String, network: ActorNetwork, report: ImportReport, date: String? = nil) {
      self.path = path
      self.date = date
      self.sha256 = sha256
      self.network = network
      self.report = report
    }
  }

  /// The networks, in the order given.
  public let inputs: [Input]
  /// How runs are carried out.
  public var context: RunContext
  /// Seed of random choices where a question names none.
  public var seed: UInt64
  /// Told what is being done now, should it take long.
  package var announce: (@Sendable (String) -> Void)?
  /// The fields that records have.
  package var fields = NetworkFields.standard
  let made = StudyCache()

  /// A study of networks.
  public init(_ inputs: [Input], seed: UInt64 = 1, context: RunContext = RunContext()) {
    self.inputs = inputs
    self.seed = seed
    self.context = context
  }

  /// A study of one file, read in the format it has.
  ///
  /// - Throws: All problems of the file.
  public init(
    of file: InputFile, options: ReadOptions = ReadOptions(), context: RunContext = RunContext()
  ) throws(QuestionError) {
    let imported: ImportedNetwork
    do { imported = try FormatRegistry.standard.read(file, options: options) } catch { throw .file(error) }
    let hash: String
    do { hash = try file.sha256() } catch { throw .internal("\(file.name) cannot be hashed: \(error)") }
    self.init(
      [Input(path: file.name, sha256: hash, network: imported.network, report: imported.report)], context: context)
  }

  /// Says what is being done now.
  func begin(_ stage: String) { announce?(stage) }

  /// A study of the file at a path.
  ///
  /// - Throws: That the file cannot be read, or all its problems.
  public init(ofFile path: String) throws(QuestionError) {
    let file: InputFile
    do { file = try InputFile(path: path) } catch { throw .unreadable(error) }
    try self.init(of: file)
  }

  /// The graph that a view makes of a network.
  ///
  /// - Parameter position: Which of the networks.
  /// - Throws: That an actor of the view is not there, or why its relations make no graph.
  public func graph(of position: Int = 0, _ view: StudyView = StudyView()) throws(QuestionError) -> ProjectedGraph {
    let key = StudyCache.Place(position: position, view: view)
    if let graph = made.graph(at: key) { return graph }
    let input = inputs[position]
    try view.check(in: inputs.map(\.network))
    begin("projecting \(input.path)")
    let graph = try graph(of: Snapshot(of: input.network, view.query), by: view.projection, in: input.path)
    made.keep(graph, at: key)
    return graph
  }

  /// The graph that a projection makes of a snapshot of a file.
  func graph(
    of snapshot: Snapshot, by projection: Projection, in path: String
  ) throws(QuestionError) -> ProjectedGraph {
    do {
      return try projection.graph(of: snapshot)
    } catch .unknownActor(let problem) {
      throw .unfit("\(problem.description)")
    } catch {
      throw .data(["\(path): \(String(describing: error))"])
    }
  }
}
