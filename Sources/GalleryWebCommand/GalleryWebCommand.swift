import Gallery
import ViewfinderWeb
import Viewfinder

/// The command `viewfinder-web`: the gallery, with what needs a network.
@main
enum GalleryWebCommand {
    static func main() { Gallery.main() }
}
