import GraphCore

/// The graphs of a series of snapshots, made by one projection.
package struct ProjectedSeries: Sendable {
  /// When each state is.
  package let dates: [FrameDate]
  /// The graph of each state.
  package let graphs: [ProjectedGraph]
  /// For each state the first one in a row of states of one and the same graph: itself, where something changed.
  package let firstOfEqual: [Int]

  /// Projects the states of a series; one that holds what the state before it holds shares its graph.
  ///
  /// - Parameter threads: How many states are projected at once; the result does not depend on it.
  /// - Throws: As `Projection.graph(of:)`, for the earliest state that does not fit.
  package init(of series: SnapshotSeries, by projection: Projection, threads: Int = 1) throws(ProjectionError) {
    let frames = series.frames
    var firsts: [Int] = []
    for i in frames.indices {
      let isSame =
        i > 0 && Self.dependsOnContentAlone(projection, frames[i].snapshot)
        && Self.dependsOnContentAlone(projection, frames[i - 1].snapshot)
        && frames[i].snapshot.isSame(as: frames[i - 1].snapshot)
      firsts.append(isSame ? firsts[i - 1] : i)
    }
    let distinct = firsts.indices.filter { firsts[$0] == $0 }
    let made = Self.project(distinct.map { frames[$0].snapshot }, projection, threads: threads)
    var byFirst: [Int: ProjectedGraph] = [:]
    for (first, result) in zip(distinct, made) { byFirst[first] = try result.get() }
    dates = frames.map(\.date)
    graphs = firsts.indices.compactMap { byFirst[firsts[$0]]?.showing(frames[$0].snapshot) }
    firstOfEqual = firsts
  }

  /// Whether a graph is given by the actors and relations of a snapshot, whatever its time.
  private static func dependsOnContentAlone(_ projection: Projection, _ snapshot: Snapshot) -> Bool {
    projection.halfLives.isEmpty && (snapshot.query.windowMode != .mean || snapshot.day != nil || snapshot.days == nil)
  }

  private static func project(
    _ snapshots: [Snapshot], _ projection: Projection, threads: Int
  ) -> [Result<ProjectedGraph, ProjectionError>] {
    let work: @Sendable (Int) -> Result<ProjectedGraph, ProjectionError> = { position in
      do throws(ProjectionError) {
        return .success(try projection.graph(of: snapshots[position]))
      } catch {
        return .failure(error)
      }
    }
    do throws(AlgorithmError) {
      return try RunContext(threads: threads).orderedMap(over: snapshots.count, chunkSize: 1, makeWorker: { 0 }) {
        (_, range) throws(AlgorithmError) in work(range.lowerBound)
      }
    } catch {
      // Nobody can cancel a context of one's own.
      return snapshots.indices.map(work)
    }
  }
}
