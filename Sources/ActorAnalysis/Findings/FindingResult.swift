import ActorModel
import GraphCore

/// What came of running an algorithm on a network: its finding, or why there is none.
package struct FindingResult: Sendable, Hashable {
  /// What was run.
  package let summary: AlgorithmSummary
  /// Every option with its value.
  package let options: [AlgorithmOption]
  /// What was found; `nil` where it is not defined here.
  package let finding: Finding?
  /// Why it is not defined here; `nil` where it is.
  package let refusal: String?

  /// Runs an algorithm.
  ///
  /// - Throws: `.cancelled` only; every other reason is part of the result.
  package init(
    of choice: AlgorithmChoice<Finding>, on projected: ProjectedGraph, in context: RunContext = RunContext()
  ) throws(AlgorithmError) {
    summary = choice.summary
    options = choice.options
    do throws(AlgorithmError) {
      finding = try choice.run(on: projected, in: context)
      refusal = nil
    } catch .cancelled {
      throw .cancelled
    } catch {
      finding = nil
      refusal = error.named(by: projected.names)
    }
  }
}
