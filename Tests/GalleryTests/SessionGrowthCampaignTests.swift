import Foundation
import HTMLTree
import LiveProtocol
import Simulator
import TestSupport
import Testing
import TextLayout

@testable import Gallery
@testable import LiveClient
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

        /// What a page is made of; none of it stays.
        private final class Remains {
            weak var simulator: Simulator?
            weak var client: LiveClient?
            weak var document: Document?
            weak var skeletons: SkeletonContext?
        }

        @Test("leave no object, and nothing that waits in the clock", arguments: paths)
        func growth(path: String) throws {
            let clock = VirtualClock()
            let factory = PageFactory<Gallery>()
            let engine = factory.makeEngine(clock: clock)
            func open() -> Remains {
                let remains = Remains()
                let page = Simulator(
                    host: engine, clock: clock, size: Size(columns: 80, rows: 24), settings: factory.clientSettings)
                page.open(path)
                (remains.simulator, remains.client, remains.document) = (page, page.client, page.document)
                remains.skeletons = page.client.page.patched.skeletons.values.first?.root
                return remains
            }
            let remains = open()
            #expect(remains.simulator == nil)
            #expect(remains.client == nil)
            #expect(remains.document == nil)
            #expect(remains.skeletons == nil)
            #expect(clock.nextDeadline == nil)
            // Other tests allocate as well, at the same time; a campaign runs one after the other.
            guard Campaign.isRunning else { return }
            for _ in 0..<50 { _ = open() }
            let before = try Self.allocated()
            let count = Campaign.rounds(usually: 40)
            for _ in 0..<count { _ = open() }
            let growth = try (Self.allocated() - before) / count
            #expect(growth < 64, "bytes for each page")
            try Campaign.report("sessions", "\(path): \(count) opened and dropped", "\(max(0, growth)) bytes each stay")
        }
    }
#endif
