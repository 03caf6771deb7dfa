#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Work that any number of threads can share.
///
/// Dispatch waits for ever for a thread that the system does not give, as under a limit of memory. Here the threads there
/// are do all of the work.
enum ConcurrentWork {
  /// Calls `work` on this thread and, at the same time, on up to `threads - 1` others; returns when all calls have
  /// returned.
  ///
  /// - Parameter work: Takes what there is to do until nothing is left; it must not wait for another call to begin.
  static func run(threads: Int, _ work: @Sendable () -> Void) {
    if threads <= 1 { return work() }
    withoutActuallyEscaping(work) { work in
      let shared = Unmanaged.passRetained(Job(work))
      defer { shared.release() }
      var started: [pthread_t] = []
      for _ in 1..<max(1, min(threads, processors)) {
        guard let thread = start(shared) else { break }
        started.append(thread)
      }
      work()
      for thread in started { pthread_join(thread, nil) }
    }
  }

  /// More threads than processors would only wait for each other. Asked for once, as the system reads a file to tell.
  private static let processors = sysconf(Int32(_SC_NPROCESSORS_ONLN))

  private final class Job: Sendable {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
  }

  /// Starts a thread; `nil` where the system gives none.
  private static func start(_ job: Unmanaged<Job>) -> pthread_t? {
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    let status = pthread_create(
      &thread, nil,
      { job in
        #if canImport(Darwin)
          Unmanaged<Job>.fromOpaque(job).takeUnretainedValue().work()
        #else
          if let job { Unmanaged<Job>.fromOpaque(job).takeUnretainedValue().work() }
        #endif
        return nil
      }, job.toOpaque())
    return status == 0 ? thread : nil
  }
}
