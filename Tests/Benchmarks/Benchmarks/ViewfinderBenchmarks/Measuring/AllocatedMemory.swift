#if canImport(Darwin)
    import Darwin
#else
    import Foundation
#endif

/// The memory that this process holds.
enum AllocatedMemory {
    /// In bytes: what was asked for and not given back, or, where the system does not say, what is resident.
    static var bytes: Int {
        #if canImport(Darwin)
            var statistics = malloc_statistics_t()
            malloc_zone_statistics(nil, &statistics)
            return statistics.size_in_use
        #else
            let fields = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ")
            return (fields.flatMap { $0.count > 1 ? Int($0[1]) : nil } ?? 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
        #endif
    }
}
