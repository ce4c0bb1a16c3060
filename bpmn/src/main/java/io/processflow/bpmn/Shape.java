package io.processflow.bpmn;

/** Where something is drawn: its bounds on the canvas. */
public record Shape(double x, double y, double width, double height) {

    boolean containsCentreOf(Shape other) {
        double centreX = other.x + other.width / 2;
        double centreY = other.y + other.height / 2;
        return centreX >= x && centreX <= x + width && centreY >= y && centreY <= y + height;
    }

    double area() {
        return width * height;
    }
}
