package dev.certpath.web.api;

import dev.certpath.recommend.Plan;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents the parameter {@code weeks} of an operation, of which {@link Plan#WEEKS} are the values. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(
        description = "The number of weeks until the first exam of the plan",
        schema =
                @Schema(
                        type = "integer",
                        allowableValues = {"4", "8", "12", "26"},
                        defaultValue = "12"))
@interface PlanWeeks {}
