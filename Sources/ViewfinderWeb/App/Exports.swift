// Whoever imports this module has all that an app's views are made of.
@_exported import Viewfinder
