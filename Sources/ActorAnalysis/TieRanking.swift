import ActorModel
import GraphCore

/// Ranks the ties of a projected graph by a measure.
package struct TieRanking: Sendable {
  /// The measure and its options.
  package var measure: TieMeasureChoice

  /// A ranking by a measure.
  package init(by measure: TieMeasureChoice) { self.measure = measure }

  /// Ranks the ties; the highest score comes first, equal scores share a rank (1, 2, 2, 4) and stay in the order of
  /// their actors.
  ///
  /// - Returns: The ranking, or the reason why the measure is not defined on this graph.
  /// - Throws: `.cancelled` only; every other reason is part of the result.
  package func run(on projected: ProjectedGraph, in context: RunContext = RunContext()) throws(AlgorithmError)
    -> TieRankingResult
  {
    do throws(AlgorithmError) {
      let scores = try measure.run(on: projected, in: context)
      let ranked = TiedRanks(of: scores.values).places.map { place in
        RankedTie(rank: place.rank, tie: projected.tie(ofEdge: place.position), score: scores.values[place.position])
      }
      return TieRankingResult(
        measure: measure.summary.id, options: measure.options, scale: scores.scale, weights: scores.weights,
        signs: measure.summary.signs, ranked: ranked, refusal: nil)
    } catch .cancelled {
      throw .cancelled
    } catch {
      return TieRankingResult(
        measure: measure.summary.id, options: measure.options, scale: "", weights: nil, signs: measure.summary.signs,
        ranked: [], refusal: error.named(by: projected.names))
    }
  }
}

/// Ties in the order of a measure.
package struct TieRankingResult: Sendable, Hashable {
  /// The measure's id.
  package let measure: String
  /// Every option with its value.
  package let options: [AlgorithmOption]
  /// The scale of the scores.
  package let scale: String
  /// Which column weighed the edges; `nil` where every edge counted the same.
  package let weights: EdgeColumn?
  /// What became of signs.
  package let signs: SignUse
  /// The ties, highest score first.
  package let ranked: [RankedTie]
  /// Why the measure is not defined on this graph; `nil` when it is.
  package let refusal: String?
}

/// A tie's place in a ranking.
package struct RankedTie: Sendable, Hashable {
  /// Its rank; equal scores share one.
  package let rank: Int
  /// The tie, with the relations behind it.
  package let tie: RouteStep
  /// Its score.
  package let score: Double
}

/// Positions sorted by their scores, highest first; equal scores share a rank (1, 2, 2, 4).
struct TiedRanks {
  /// A position and its rank.
  struct Place {
    let position: Int
    let rank: Int
  }

  /// All positions, in the order of their ranks; within a rank in their own order.
  private(set) var places: [Place] = []

  /// Scores closer than this share of the largest score count as equal: rounding must not decide a rank.
  static let tolerance = 1e-12

  init(of values: [Double]) {
    let order = values.indices.sorted { values[$0] != values[$1] ? values[$0] > values[$1] : $0 < $1 }
    let tolerance = Self.tolerance * (values.map(abs).filter(\.isFinite).max() ?? 0)
    var group: [Int] = []
    for position in order {
      if let first = group.first, !(abs(values[first] - values[position]) <= tolerance),
        values[first] != values[position]
      {
        close(&group)
      }
      group.append(position)
    }
    close(&group)
  }

  private mutating func close(_ group: inout [Int]) {
    let rank = places.count + 1
    places += group.sorted().map { Place(position: $0, rank: rank) }
    group = []
  }
}
