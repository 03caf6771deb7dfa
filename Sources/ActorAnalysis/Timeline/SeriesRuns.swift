import ActorModel
import GraphAlgorithms
import GraphCore

/// Runs measures over a series of graphs, with as little work as the measures allow.
///
/// A measure that must give the same scores on two states in a row runs once for both: where the graphs are equal in
/// all that the measure reads. What it reads is said by its first result (the column that weighs the edges) and its
/// definition (whether signs count). Runs that remain share the threads. Scores are those of a run from scratch, bit by
/// bit.
struct SeriesRuns {
  let measures: [MeasureChoice]
  let series: ProjectedSeries

  /// How a run ended.
  typealias Outcome = Result<NodeScores, AlgorithmError>

  /// The scores of every state by measure, and how many runs they took.
  struct Scores {
    /// By measure, then by state.
    let outcomes: [[Outcome]]
    /// How many runs there were.
    let runCount: Int
  }

  private struct Job {
    let measure: Int
    let graph: Int
  }

  /// Runs all measures on all states.
  ///
  /// - Throws: `.cancelled` only; every other error is the outcome of its state.
  func run(in context: RunContext) throws(AlgorithmError) -> Scores {
    guard !series.graphs.isEmpty else { return Scores(outcomes: measures.map { _ in [] }, runCount: 0) }
    // The first state of every measure tells what the measure reads.
    let firsts = try outcomes(of: measures.indices.map { Job(measure: $0, graph: 0) }, context)
    var jobs: [Job] = []
    var jobOfState: [[Int]] = []
    for (m, measure) in measures.enumerated() {
      var ofState = [-1]
      for state in series.graphs.indices.dropFirst() {
        if isSame(state, measure, firsts[m]) {
          ofState.append(ofState[state - 1])
        } else {
          ofState.append(jobs.count)
          jobs.append(Job(measure: m, graph: state))
        }
      }
      jobOfState.append(ofState)
    }
    let rest = try outcomes(of: jobs, context)
    let all = jobOfState.enumerated().map { m, ofState in ofState.map { $0 < 0 ? firsts[m] : rest[$0] } }
    return Scores(outcomes: all, runCount: measures.count + jobs.count)
  }

  /// Whether a measure must give the same on a state as on the one before.
  private func isSame(_ state: Int, _ measure: MeasureChoice, _ first: Outcome) -> Bool {
    if series.firstOfEqual[state] == series.firstOfEqual[state - 1] { return true }
    let a = series.graphs[state - 1].graph
    let b = series.graphs[state].graph
    // A measure may name actors, so that they must be the same under the same numbers.
    let isSameActors = series.graphs[state - 1].actors.map(\.id) == series.graphs[state].actors.map(\.id)
    guard isSameActors, a.hasSameEdges(as: b) else { return false }
    guard case .success(let scores) = first else { return a.columns == b.columns }
    if measure.summary.signs != .ignored {
      guard a.signs == b.signs, a.signedStrengths == b.signedStrengths else { return false }
    }
    switch scores.weights {
    case nil: return true
    case .length: return a.lengths == b.lengths
    case .strength: return a.strengths == b.strengths
    case .sign: return a.signs == b.signs && a.signedStrengths == b.signedStrengths
    }
  }

  /// Many runs share the threads among them; few use all threads one after the other.
  private func outcomes(of jobs: [Job], _ context: RunContext) throws(AlgorithmError) -> [Outcome] {
    let isWide = context.threads > 1 && jobs.count >= 2 * context.threads
    var inner = context
    inner.progress = nil
    if isWide { inner.threads = 1 }
    let settled = inner
    var outer = context
    if !isWide { outer.threads = 1 }
    return try outer.orderedMap(over: jobs.count, chunkSize: 1, makeWorker: { 0 }) {
      (_, range) throws(AlgorithmError) -> Outcome in
      let job = jobs[range.lowerBound]
      do throws(AlgorithmError) {
        return .success(try measures[job.measure].run(on: series.graphs[job.graph], in: settled))
      } catch .cancelled {
        throw .cancelled
      } catch {
        return .failure(error)
      }
    }
  }
}

extension CSRGraph {
  /// Whether two graphs have the same nodes and edges under the same numbers, whatever their columns.
  func hasSameEdges(as other: CSRGraph) -> Bool {
    nodeCount == other.nodeCount && edgeCount == other.edgeCount && isDirected == other.isDirected
      && out.offsets == other.out.offsets && out.targets == other.out.targets && out.edges == other.out.edges
  }
}
