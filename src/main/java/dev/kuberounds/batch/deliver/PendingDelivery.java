package dev.kuberounds.batch.deliver;

import dev.kuberounds.delivery.Destination;

/** A run that one destination has not received yet. */
public record PendingDelivery(String run, Destination destination) {}
