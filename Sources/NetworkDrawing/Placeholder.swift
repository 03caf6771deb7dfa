// replaced by the drawing target
