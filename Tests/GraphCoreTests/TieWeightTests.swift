import GraphCore
import TestSupport
import Testing

@Suite("TieWeight")
struct TieWeightTests {
  private let plain = KnownGraphs.path(3)
  private let weighted = KnownGraphs.path(3).replacing(columns: EdgeColumns(lengths: [1, 2], strengths: [3, 4]))

  @Test("Strengths where there are some, unless none are asked for")
  func weights() throws {
    #expect(try TieWeight.automatic.strengths(of: plain) == nil)
    #expect(try TieWeight.automatic.strengths(of: weighted) == [3, 4])
    #expect(try TieWeight.none.strengths(of: weighted) == nil)
    #expect(try TieWeight.strengths.strengths(of: weighted) == [3, 4])
    #expect(throws: AlgorithmError.missingColumn(.strength)) { try TieWeight.strengths.strengths(of: plain) }
  }
}
