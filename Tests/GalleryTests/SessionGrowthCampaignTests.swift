import Foundation
import LiveProtocol
import Simulator
import TestSupport
import Testing
import TextLayout

@testable import Gallery
@testable import Viewfinder

#if canImport(Glibc)
    import Glibc

    /// Pages that are opened and dropped leave nothing behind in their engine, their clock and the program.
    @Suite("Opened and dropped pages", .serialized)
    struct SessionGrowthCampaignTests {
        private static let paths = [
            "/settings", "/signup", "/flash", "/telegrams", "/tea-bar", "/bridge", "/shared-counter", "/reading-room",
            "/clock", "/uploads", "/harbour", "/typing",
        ]

        /// The bytes that the program has allocated, as the C library counts them; its module leaves out the function.
        private static func allocated() throws -> Int {
            typealias Information = @convention(c) (Int32, UnsafeMutablePointer<FILE>) -> Int32
            let information = unsafeBitCast(try #require(dlsym(nil, "malloc_info")), to: Information.self)
            var text: UnsafeMutablePointer<CChar>?
            var count = 0
            let file = try #require(open_memstream(&text, &count))
            _ = information(0, file)
            fclose(file)
            defer { free(text) }
            // The sums of all heaps come last.
            let words = String(cString: try #require(text)).components(separatedBy: "</heap>").last ?? ""
            func size(_ pattern: String) throws -> Int {
                try words.matches(of: Regex("<\(pattern)[^>]* size=\"([0-9]+)\"", as: (Substring, Substring).self))
                    .compactMap { Int($0.1) }.reduce(0, +)
            }
            return try size("system type=\"current\"") + size("total type=\"mmap\"") - size("total type=\"fast\"")
                - size("total type=\"rest\"")
        }

        @Test("leave nothing allocated", arguments: paths)
        func growth(path: String) throws {
            let clock = VirtualClock()
            let factory = PageFactory<Gallery>()
            let engine = factory.makeEngine(clock: clock)
            func open(_ count: Int) {
                for _ in 0..<count {
                    let page = Simulator(
                        host: engine, clock: clock, size: Size(columns: 80, rows: 24), settings: factory.clientSettings)
                    page.open(path)
                }
            }
            open(20)
            let before = try Self.allocated()
            let count = Campaign.rounds(usually: 40)
            open(count)
            let growth = try (Self.allocated() - before) / count
            #expect(growth < 256, "bytes for each page")
            #expect(clock.nextDeadline == nil)
            try Campaign.report("sessions", "\(path): \(count) opened and dropped", "\(max(0, growth)) bytes each stay")
        }
    }
#endif
