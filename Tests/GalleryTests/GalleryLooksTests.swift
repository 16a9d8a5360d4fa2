import Foundation
import Simulator
import TestSupport
import Testing
import TextLayout

@testable import Gallery
@testable import Scenarios
@testable import Viewfinder

/// Every view of the gallery as it opens, at three sizes, with its styles: one file each in `Tests/Looks`.
///
/// A page that looks different on purpose is written anew with `VIEWFINDER_UPDATE_LOOKS=1` in the environment; look at the
/// difference before you take it over.
@Suite struct GalleryLooksTests {
    private static let sizes = [Size(columns: 40, rows: 12), Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)]

    static let paths = [
        "/", "/settings", "/flash", "/signup", "/plants", "/plants/new", "/uploads", "/tournament", "/stars",
        "/telegrams", "/commands", "/logbook", "/typing", "/podcasts/tides", "/cellar/door", "/counter/5", "/volume",
        "/kanban", "/shared-counter", "/check-boxes", "/reading-room", "/slates/chalk", "/harbour", "/tea-bar",
        "/bridge", "/clock", "/status", "/factors",
    ]

    @Test(arguments: paths)
    func `A view looks as it did`(path: String) throws {
        let picture = try Self.sizes.map { try Self.picture(of: path, $0) }.joined(separator: "\n")
        let name = path == "/" ? "index" : path.dropFirst().replacing("/", with: "-")
        let file = Checkout.root.appendingPathComponent("Tests/Looks/\(name).txt")
        if ProcessInfo.processInfo.environment["VIEWFINDER_UPDATE_LOOKS"] == "1" {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try picture.write(to: file, atomically: true, encoding: .utf8)
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        #expect(picture == expected, "\(path) looks different: \(Self.difference(picture, expected))")
    }

    @Test func `Every view of the gallery is among them`() {
        let routes = PageFactory<Gallery>().routes.list.map(\.path).filter { !Self.isBehind($0) }
        for route in routes {
            #expect(Self.paths.contains { Self.matches($0, route) }, "\(route)")
        }
    }

    /// Pages to which only deeds lead: a plant that is edited, and what is behind the cellar's door.
    private static func isBehind(_ route: String) -> Bool {
        route.hasSuffix("/edit") || (route.hasPrefix("/cellar") && route != "/cellar/door")
    }

    private static func matches(_ path: String, _ route: String) -> Bool {
        let (parts, places) = (path.split(separator: "/"), route.split(separator: "/"))
        return parts.count == places.count && zip(parts, places).allSatisfy { $0 == $1 || $1.hasPrefix(":") }
    }

    private static func picture(of path: String, _ size: Size) throws -> String {
        let simulator = try PageFactory<Gallery>().open(path, size: size, seed: 1)
        let picture = SnapshotPicture(simulator: simulator, colors: .truecolor)
        let request = SnapshotRequest(name: "look", form: .styled, target: nil, masks: [])
        // Blanks at the ends of rows, which most of a page is, say nothing.
        let rows = picture.text(request, of: nil).split(separator: "\n", omittingEmptySubsequences: false).map { row in
            String(row.reversed().drop { $0 == "|" }.drop { $0 == " " }.reversed())
        }
        return rows.joined(separator: "\n")
    }

    private static func difference(_ found: String, _ expected: String) -> String {
        let rows = zip(found.split(separator: "\n"), expected.split(separator: "\n"))
        return rows.first { $0 != $1 }.map { "\($0) in place of \($1)" } ?? "one is longer"
    }
}
