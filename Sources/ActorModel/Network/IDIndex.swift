/// Where each id of a list stands first, in eight bytes an entry.
///
/// A dictionary would hold every id a second time and take three times the memory and time; here the ids stay in the
/// list, which is handed in with each question. Equality is that of `String`: composed and decomposed accents are one.
struct IDIndex: Sendable {
  /// Half of the hash in the upper half, the position in the lower.
  private var slots: [UInt64]
  private let seed: UInt64
  /// Ids that are the number of their row after one prefix, as readers give them to ties without ids: no table is
  /// needed for those.
  private var numbered: NumberedIDs?

  /// Whether the ids are found by their numbers.
  var isNumbered: Bool { numbered != nil }

  /// The index of an empty list.
  init() {
    slots = [.max, .max]
    seed = 0
  }

  /// Indexes a list, and says of each id that is not the first of its kind where the first stands.
  ///
  /// - Complexity: O(number of records).
  init<Record: Identifiable>(_ records: [Record], repeated: (_ position: Int, _ first: Int) -> Void)
  where Record.ID == String {
    numbered = NumberedIDs(records)
    var size = 2
    while numbered == nil, size < records.count * 2 { size *= 2 }
    slots = [UInt64](repeating: .max, count: size)
    seed = UInt64.random(in: .min ... .max)
    guard numbered == nil else { return }
    let mask = size - 1
    for i in records.indices {
      let hash = Self.hash(records[i].id, seed: seed)
      var slot = Int(truncatingIfNeeded: hash) & mask
      var first: Int?
      while slots[slot] != .max {
        let entry = slots[slot]
        let candidate = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF)
        if entry >> 32 == hash >> 32, records[candidate].id == records[i].id {
          first = candidate
          break
        }
        slot = (slot + 1) & mask
      }
      if let first { repeated(i, first) } else { slots[slot] = (hash >> 32) << 32 | UInt64(i) }
    }
  }

  /// The position of an id in the list that was indexed; `nil` when it is not there.
  func position<Record: Identifiable>(of id: String, in records: [Record]) -> Int? where Record.ID == String {
    if let numbered { return numbered.position(of: id) }
    let hash = Self.hash(id, seed: seed)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] != .max {
      let entry = slots[slot]
      let candidate = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF)
      if entry >> 32 == hash >> 32, records[candidate].id == id { return candidate }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// ASCII is folded eight bytes at a time; anything else is hashed as `String` does, so that equal ids agree.
  private static func hash(_ id: String, seed: UInt64) -> UInt64 {
    var id = id
    let fast = id.withUTF8 { bytes -> UInt64? in
      var state = seed ^ UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
      var high: UInt8 = 0
      var i = 0
      while i < bytes.count {
        var word: UInt64 = 0
        let end = min(i + 8, bytes.count)
        while i < end {
          word = word << 8 | UInt64(bytes[i])
          high |= bytes[i]
          i += 1
        }
        let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        state = product.high ^ product.low ^ seed
      }
      guard high < 0x80 else { return nil }
      let last = state.multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
      return last.high ^ last.low
    }
    return fast ?? UInt64(bitPattern: Int64(id.hashValue)) ^ seed
  }
}

/// The ids `e1`, `e2`, `e3`, … in this order, after any prefix of letters.
private struct NumberedIDs: Sendable {
  private let prefix: [UInt8]
  private let count: Int

  /// The numbered ids of a list; `nil` when one of them is another.
  init?<Record: Identifiable>(_ records: [Record]) where Record.ID == String {
    guard let first = records.first?.id, first.utf8.last == UInt8(ascii: "1") else { return nil }
    prefix = Array(first.utf8.dropLast())
    count = records.count
    guard prefix.allSatisfy({ ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z") }) else {
      return nil
    }
    for i in records.indices where position(of: records[i].id) != i { return nil }
  }

  /// The position of an id; `nil` when it is not there.
  func position(of id: String) -> Int? {
    var id = id
    return id.withUTF8 { bytes -> Int? in
      let digits = bytes.count - prefix.count
      guard digits > 0, digits < 19, bytes.starts(with: prefix), bytes[prefix.count] != UInt8(ascii: "0") else {
        return nil
      }
      var number = 0
      for byte in bytes[prefix.count...] {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        number = number * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return number <= count ? number - 1 : nil
    }
  }
}
