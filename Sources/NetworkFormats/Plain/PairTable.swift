/// Counts how often pairs of nodes occur, without an object for each.
struct PairTable: Sendable {
  private var keys: [UInt64]
  private var used = 0
  private let seed = UInt64.random(in: .min ... .max) | 1

  /// A table with room for a number of pairs.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: .max, count: size)
  }

  /// Notes a pair; `false` when it was there already.
  mutating func insert(_ first: Int32, _ second: Int32) -> Bool {
    if (used + 1) * 2 > keys.count { grow() }
    let key = UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    guard place(key) else { return false }
    used += 1
    return true
  }

  private mutating func place(_ key: UInt64) -> Bool {
    let mask = keys.count - 1
    let product = (key ^ seed).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    var slot = Int(truncatingIfNeeded: product.high ^ product.low) & mask
    while keys[slot] != .max {
      if keys[slot] == key { return false }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    return true
  }

  private mutating func grow() {
    let old = keys
    keys = [UInt64](repeating: .max, count: old.count * 2)
    for key in old where key != .max { _ = place(key) }
  }
}
