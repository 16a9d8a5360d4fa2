import Testing
import TextLayout

@testable import Gallery
@testable import Viewfinder

@Suite("The gallery's pages before they are joined")
struct DeadPageTests {
    /// Where one is somebody, or something has begun, only after the join.
    private static let others: Set = ["/reading-room", "/slates/1"]

    @Test(arguments: GalleryCampaignTests.paths)
    func `look as they do afterwards, where nothing has begun by then`(_ path: String) throws {
        let size = Size(columns: 80, rows: 40)
        let dead = try PageFactory<Gallery>().open(path, size: size, connects: false)
        let live = try PageFactory<Gallery>().open(path, size: size)
        #expect(dead.client.status == live.client.status)
        #expect(dead.client.title == live.client.title)
        #expect((dead.frame().text == live.frame().text) == !Self.others.contains(path), "\(dead.frame().text)")
    }
}
