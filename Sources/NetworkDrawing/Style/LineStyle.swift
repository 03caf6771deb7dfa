import ActorModel

/// How a line looks: its sign shows by colour, dash and arrow, its status by tone, dots and open arrows.
///
/// | | fact | assessment | anticipated |
/// |---|---|---|---|
/// | positive | whole | whole, pale, open arrow | dots, open arrow |
/// | negative | long dashes, barred arrow | the same, pale and open | dash and dot, barred open arrow |
/// | neutral | short dashes, disc | the same, pale, ring | far dots, ring |
package struct LineStyle: Hashable, Sendable {
  /// What the relation does.
  package let sign: Sign
  /// What kind of statement it is.
  package let status: Status
  /// How wide the line is.
  package let width: Double
  /// What became of the relation; `nil` in a picture of one time.
  package let change: TieChange?

  /// The line of a relation.
  init(sign: Sign, status: Status, width: Double, change: TieChange? = nil) {
    self.sign = sign
    self.status = status
    self.width = width
    self.change = change
  }

  /// Lengths of ink and gap by turns; empty for a whole line.
  var pattern: [Double] {
    let dot = max(1.4, width)
    return switch (sign, status) {
    case (.positive, .fact), (.positive, .assessment): []
    case (.negative, .fact), (.negative, .assessment): [8 + width, 2.2 + width * 0.6]
    case (.neutral, .fact), (.neutral, .assessment): [3 + width * 0.5, 2 + width * 0.5]
    case (.positive, .anticipated): [dot, 2 + width * 0.5]
    case (.negative, .anticipated): [7 + width, 2 + width * 0.5, dot, 2 + width * 0.5]
    case (.neutral, .anticipated): [dot, 4 + width]
    }
  }

  /// The line's colour.
  func colour(_ palette: Palette) -> Colour {
    let full = palette.colour(of: sign)
    if let change { return change == .unchanged ? full.mixed(with: Colour(0xC8C8C8), 0.8) : full }
    return status == .assessment ? full.mixed(with: .white, 0.42) : full
  }

  /// Graphviz' name of the arrow.
  var arrow: String {
    switch (sign, status) {
    case (.positive, .fact): "normal"
    case (.positive, _): "onormal"
    case (.negative, .fact): "teenormal"
    case (.negative, _): "teeonormal"
    case (.neutral, .fact): "dot"
    case (.neutral, _): "odot"
    }
  }

  /// How large the arrow is; 1 is ten points long.
  var arrowScale: Double {
    let scale = 0.46 + 0.085 * width
    return ((change == .unchanged ? scale * 0.75 : scale) * 100).rounded() / 100
  }

  /// How long the arrow is.
  var arrowLength: Double {
    let units: Double =
      switch sign {
      case .positive: 10
      case .negative: 12.5
      case .neutral: 8
      }
    return units * arrowScale
  }

  /// How wide the line and its arrow are together.
  var breadth: Double { max(width + (change?.extraBreadth ?? 0), 7 * arrowScale) }
}

/// How strength becomes width.
package struct WidthScale: Hashable, Sendable {
  /// The strength with the greatest width.
  package let reference: Double
  /// How much narrower lines are in small pictures.
  var factor = 1.0

  static let thinnest = 0.7
  static let widest = 3.4

  /// A scale for strengths; those up to 1 share one scale, so that pictures of them can be compared.
  init(strengths: [Double], reference: Double? = nil) {
    self.reference = reference ?? max(1, strengths.filter(\.isFinite).max() ?? 1)
  }

  /// The width of a strength, in points.
  package func width(of strength: Double) -> Double {
    let share = max(0, min(1, strength / reference))
    return ((Self.thinnest + (Self.widest - Self.thinnest) * share) * factor * 100).rounded() / 100
  }
}
