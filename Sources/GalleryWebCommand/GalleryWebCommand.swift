import Gallery
import ViewfinderWeb

extension Gallery: WebApp {}

/// The command `viewfinder-web`: the gallery, with what needs a network.
@main
enum GalleryWebCommand {
    static func main() { Gallery.main() }
}
