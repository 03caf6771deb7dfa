/// libFuzzer's entry: the target is the name of the program after `fuzz-`.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do throws(FuzzFailure) {
    try chosenTarget.run(bytes)
  } catch {
    fatalError("\(error)")
  }
  return 0
}

private let chosenTarget: FuzzTarget = {
  let program = CommandLine.arguments.first ?? ""
  let name = program.split(separator: "/").last ?? ""
  guard name.hasPrefix("fuzz-"), let target = FuzzTarget(rawValue: String(name.dropFirst(5))) else {
    fatalError("name the program fuzz-TARGET; targets: \(FuzzTarget.allCases.map(\.rawValue))")
  }
  return target
}()
