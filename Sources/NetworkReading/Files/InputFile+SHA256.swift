import CCrypto

extension InputFile {
  /// The SHA-256 hash of the bytes as they were given, packed or not, in hexadecimal.
  ///
  /// A result that carries it can be checked against the file it was made from.
  ///
  /// - Throws: That the system's cryptographic library cannot hash.
  /// - Complexity: O(b) for b bytes.
  /// - Source: FIPS 180-4, doi:10.6028/NIST.FIPS.180-4.
  public func sha256() throws(HashFailure) -> String {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    guard EVP_Digest(bytes, bytes.count, &digest, &count, EVP_sha256(), nil) == 1 else { throw HashFailure() }
    return digest.prefix(Int(count)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// The system's cryptographic library refused to hash, as when there is no memory left.
public struct HashFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public var description: String { "the cryptographic library refused" }
}
