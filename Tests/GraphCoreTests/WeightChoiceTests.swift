import GraphCore
import TestSupport
import Testing

@Suite("Weights and metrics")
struct WeightChoiceTests {
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

  @Test("Strengths where there are some, unless none are asked for")
  func weights() throws {
    #expect(try TieWeight.automatic.strengths(of: plain) == nil)
    #expect(try TieWeight.automatic.strengths(of: weighted) == [3, 4])
    #expect(try TieWeight.none.strengths(of: weighted) == nil)
    #expect(try TieWeight.strengths.strengths(of: weighted) == [3, 4])
    #expect(throws: AlgorithmError.missingColumn(.strength)) { try TieWeight.strengths.strengths(of: plain) }
  }

  @Test("The first unfit length or strength is named")
  func checks() throws {
    try plain.checkLengths(nil, allowingZero: false)
    try plain.checkLengths([0, 1], allowingZero: true)
    try plain.checkStrengths([1e-300, 1e300])
    try plain.checkStrengths(nil)
    #expect(
      throws: AlgorithmError.unfitValue(column: .length, edge: 1, value: 0, needed: "a finite length above 0")
    ) { try plain.checkLengths([1, 0], allowingZero: false) }
    for bad: Double in [-1, .infinity, -.infinity, .nan] {
      #expect(throws: AlgorithmError.self) { try plain.checkLengths([1, bad], allowingZero: true) }
      #expect(throws: AlgorithmError.self) { try plain.checkStrengths([bad, 1]) }
    }
    #expect(throws: AlgorithmError.self) { try plain.checkStrengths([0, 1]) }
  }
}
