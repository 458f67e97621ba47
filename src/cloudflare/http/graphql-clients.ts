/** GraphQL clients: the options that they are created with are sent with each query. */
import type { Arguments, HttpClient } from './http-client.js';

const query: Arguments = { method: 'POST', body: 0 };

/**
 * Sources: https://github.com/graffle-js/graffle/tree/graphql-request (graphql-request 7), https://www.apollographql.com/docs/react/api/core/ApolloClient
 * (3.13 and 4), https://nearform.com/open-source/urql/docs/api/core/ (5); November 2026.
 */
export const graphqlClients: Readonly<Record<string, HttpClient>> = {
  'graphql-request': {
    modules: ['graphql-request'],
    classes: ['graphql-request#GraphQLClient'],
    calls: { request: query, rawRequest: query, batchRequests: query },
    makes: { GraphQLClient: { url: 0, options: 1 } },
    adds: { setHeader: { headers: 0 }, setHeaders: { headers: 0 }, setEndpoint: { url: 0 } },
    silencer: ['errorPolicy', /^(?:all|ignore)$/],
    throws: true,
  },
  // `request(url, query, variables, headers)`, or the same as one table.
  'graphql-request-function': {
    modules: ['graphql-request'],
    calls: Object.fromEntries(
      ['request', 'rawRequest'].map((name) => [
        name,
        [
          { method: 'POST', url: 0, body: 1, headers: 3 },
          { method: 'POST', url: 0, body: 1 },
          { method: 'POST', options: 0 },
        ],
      ]),
    ),
    options: { headers: ['requestHeaders'], body: ['document'] },
    throws: true,
  },
  apollo: {
    modules: ['@apollo/client', '@apollo/client/core', 'apollo-client', 'apollo-boost'],
    classes: ['@apollo/client#ApolloClient', '@apollo/client/core#ApolloClient'],
    calls: { query: { method: 'POST', options: 0 }, mutate: { method: 'POST', options: 0 } },
    makes: { ApolloClient: { options: 0 }, '': { options: 0 } },
    options: { url: ['uri'], body: ['query', 'mutation'] },
    silencer: ['errorPolicy', /^(?:all|ignore)$/],
    throws: true,
  },
  urql: {
    modules: ['urql', '@urql/core', '@urql/vue', '@urql/svelte'],
    classes: ['urql#Client', '@urql/core#Client'],
    calls: { query, mutation: query },
    makes: { Client: { options: 0 }, createClient: { options: 0 } },
    options: { inner: ['fetchOptions'] },
    givesBody: true,
    throws: false,
  },
};
