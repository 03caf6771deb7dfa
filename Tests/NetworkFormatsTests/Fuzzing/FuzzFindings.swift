/// Inputs on which a fuzzer made a reader or writer fail; each was mended, and stays here.
enum FuzzFindings {
  /// An input, and the target that it made fail.
  struct Finding: Sendable, CustomStringConvertible {
    let target: FuzzTarget
    let bytes: [UInt8]
    /// What was wrong.
    let description: String

    init(_ target: FuzzTarget, _ text: String, _ description: String) {
      self.target = target
      bytes = Array(text.utf8)
      self.description = description
    }
  }

  /// All findings.
  static let all = [
    Finding(
      .networkJSON,
      #"{"network": "n", "actors": [{"id": "a", "name": "A"}], "relations": [{"id": "r", "from": "a", "to": "a", "type": "t", "#
        + #""label": "x\u0000"}]}"#,
      "a NUL in a text was read from an escape, and then written so that none could read it"),
    Finding(
      .matrix, "1,1.;a/0;@&+e%%+2;a@;AaAllebtSSS,",
      "a name with semicolons was written without quotes, and told the separator"),
    Finding(
      .network, "network: n\nactors: [{id: a, name: A, note: \"x\", aliases: [\"\\uFEFFx\"]}]\n",
      "a byte order mark in front of a text was written, and dropped when read"),
    Finding(
      .network, "network: n\nactors: [{id: a, name: A, note: \"x\\0\"}]\n", "the same in YAML"),
    Finding(.matrix, ";;", "a matrix without names was read as a network without actors, and written as an empty file"),
    Finding(
      .nodeLink, #"{"graph": {"description": ""}, "nodes": [{"id": "a"}], "links": []}"#,
      "an empty description was written, and dropped when read"),
    Finding(
      .network, "network: n\ntitle: \"\\0\"\nactors: [{id: a, name: A}]\n",
      "a NUL in a title was written so that none could read it"),
    Finding(.network, "network: n\ntitle: \"\"\nactors: [{id: a, name: A}]\n", "an empty title was lost in silence"),
    Finding(
      .csv, "," + String(repeating: "\u{1}", count: 700) + "\n1,2\n",
      "a message that lists the columns was as long as their names"),
    Finding(
      .networkJSON, "{\"network\": \"n\", \"" + String(repeating: "\u{7F}", count: 700) + "\": 1, \"actors\": []}",
      "a message on an unknown key was as long as the key"),
    Finding(
      .csv, "a,b,c" + String(repeating: "\u{1}", count: 700) + "\n1,2,3\n",
      "a warning on an unknown header was as long as its names"),
  ]
}
