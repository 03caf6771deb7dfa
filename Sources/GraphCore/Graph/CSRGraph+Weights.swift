extension CSRGraph {
  /// Checks that every length is a finite number above 0, or not below 0 where zero is allowed.
  ///
  /// - Throws: `.unfitValue` with the first edge that is at fault.
  package func checkLengths(_ lengths: [Double]?, allowingZero: Bool) throws(AlgorithmError) {
    guard let lengths else { return }
    for edge in lengths.indices where !(lengths[edge] > 0 && lengths[edge] < .infinity) {
      if allowingZero && lengths[edge] == 0 { continue }
      throw .unfitValue(
        column: .length, edge: edge, value: lengths[edge],
        needed: allowingZero ? "a finite length of 0 or more" : "a finite length above 0")
    }
  }

  /// Checks that every strength is a finite number above 0.
  ///
  /// - Throws: `.unfitValue` with the first edge that is at fault.
  package func checkStrengths(_ strengths: [Double]?) throws(AlgorithmError) {
    guard let strengths else { return }
    for edge in strengths.indices where !(strengths[edge] > 0 && strengths[edge] < .infinity) {
      throw .unfitValue(
        column: .strength, edge: edge, value: strengths[edge],
        needed: "a finite strength above 0; leave ties without strength out of the projection")
    }
  }
}
