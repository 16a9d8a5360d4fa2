import Gallery
import Viewfinder

/// The command `viewfinder`: the gallery in a terminal.
@main
enum GalleryCommand {
    static func main() { Gallery.main() }
}
