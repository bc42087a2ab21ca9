package dev.backwright.academy.web.graphql;

import dev.backwright.academy.platform.ForMany;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultBatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultExecutionGraphQlService;
import org.springframework.graphql.execution.GraphQlSource;

/// The engine of the graph. It works in the request's own thread, so that all of an operation is one transaction.
@Configuration(proxyBeanMethods = false)
@ForMany
class GraphBeans {

    @Bean
    BatchLoaderRegistry batchLoaders() {
        return new DefaultBatchLoaderRegistry();
    }

    @Bean
    AnnotatedControllerConfigurer graphControllers() {
        return new AnnotatedControllerConfigurer();
    }

    @Bean
    GraphQlSource graphSource(AnnotatedControllerConfigurer controllers) {
        return GraphQlSource.schemaResourceBuilder()
                .schemaResources(new ClassPathResource("academy.graphqls"))
                .configureRuntimeWiring(controllers)
                .exceptionResolvers(List.of(new Faults()))
                .instrumentation(List.of(new Size(), Cost.depth(), Cost.limit(), new FieldGate()))
                .build();
    }

    @Bean
    ExecutionGraphQlService graphService(GraphQlSource source, BatchLoaderRegistry loaders) {
        var service = new DefaultExecutionGraphQlService(source);
        service.addDataLoaderRegistrar(loaders);
        return service;
    }
}
