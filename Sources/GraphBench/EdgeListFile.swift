import Foundation
import GraphAlgorithms
import GraphCore

/// A file of lines `source target weight`, node numbers from 0.
///
/// The weight becomes both the length and the strength of the edge; the two columns share their storage.
enum EdgeListFile {
  /// What is wrong with a file.
  struct Problem: Error, CustomStringConvertible {
    let description: String
  }

  /// Reads a directed graph.
  static func graph(at path: String) throws -> CSRGraph {
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
    var reader = EdgeListReader(estimate: bytes.count / 16)
    try bytes.withUnsafeBytes { try reader.read($0) }
    return reader.graph()
  }
}

/// Reads lines byte by byte: two whole numbers and a decimal one.
private struct EdgeListReader {
  private var ends: [Int32] = []
  private var weights: [Double] = []
  private var greatest: Int32 = -1

  init(estimate: Int) {
    ends.reserveCapacity(2 * estimate)
    weights.reserveCapacity(estimate)
  }

  func graph() -> CSRGraph {
    let count = weights.count
    var builder = GraphBuilder(nodeCount: Int(greatest) + 1, isDirected: true)
    builder.reserve(count)
    for edge in 0..<count { builder.addEdge(from: Int(ends[2 * edge]), to: Int(ends[2 * edge + 1])) }
    return builder.build(columns: EdgeColumns(lengths: weights, strengths: weights)).graph
  }

  mutating func read(_ bytes: UnsafeRawBufferPointer) throws {
    var position = 0
    while position < bytes.count {
      guard let source = whole(bytes, &position), let target = whole(bytes, &position),
        let weight = decimal(bytes, &position), position == bytes.count || bytes[position] == UInt8(ascii: "\n")
      else {
        throw EdgeListFile.Problem(description: "line \(weights.count + 1) is not 'source target weight'")
      }
      position += 1
      ends.append(source)
      ends.append(target)
      weights.append(weight)
      greatest = max(greatest, source, target)
    }
  }

  /// A whole number below 2³¹ − 1 and the blank after it.
  private func whole(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) -> Int32? {
    let start = position
    var value = 0
    while position < bytes.count, position - start < 10, bytes[position] &- 48 < 10 {
      value = 10 * value + Int(bytes[position] &- 48)
      position += 1
    }
    guard position > start, value < Int(Int32.max), position < bytes.count, bytes[position] == UInt8(ascii: " ")
    else { return nil }
    position += 1
    return Int32(truncatingIfNeeded: value)
  }

  private static let powers: [Double] = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14]

  /// A decimal number of up to 15 digits: the quotient of two exact numbers, so it is rounded once.
  private func decimal(_ bytes: UnsafeRawBufferPointer, _ position: inout Int) -> Double? {
    var digits = 0
    var places = 0
    var hasPoint = false
    var value = 0
    while position < bytes.count {
      let byte = bytes[position]
      if byte &- 48 < 10 {
        value = 10 * value + Int(byte &- 48)
        digits += 1
        if hasPoint { places += 1 }
      } else if byte == UInt8(ascii: ".") && !hasPoint {
        hasPoint = true
      } else {
        break
      }
      guard digits <= 15 else { return nil }
      position += 1
    }
    guard digits > 0, places < Self.powers.count else { return nil }
    return Double(value) / Self.powers[places]
  }
}
