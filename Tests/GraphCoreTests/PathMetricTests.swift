import GraphCore
import TestSupport
import Testing

@Suite("PathMetric")
struct PathMetricTests {
  private let plain = KnownGraphs.path(3)
  private let weighted = KnownGraphs.path(3).replacing(columns: EdgeColumns(lengths: [1, 2], strengths: [3, 4]))

  @Test("Lengths where there are some, unless steps are asked for")
  func metrics() throws {
    #expect(try PathMetric.automatic.lengths(of: plain) == nil)
    #expect(try PathMetric.automatic.lengths(of: weighted) == [1, 2])
    #expect(try PathMetric.steps.lengths(of: weighted) == nil)
    #expect(try PathMetric.lengths.lengths(of: weighted) == [1, 2])
    #expect(throws: AlgorithmError.missingColumn(.length)) { try PathMetric.lengths.lengths(of: plain) }
  }
}
