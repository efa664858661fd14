/* A worker in C: reads calls from standard input, answers on standard output, as docs/protocol.md says.
 *
 * It computes in double precision whatever the arrays hold, and reads the header by looking for what it needs: the judge
 * writes it without spaces, and trusts nothing that comes back, so there is nothing here to be strict about.
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 4, AXES = 8 };

typedef struct {
    char dtype[8];
    long shape[AXES];
    int axes;
    size_t count;
    double *values;
} Tensor;

typedef struct {
    const char *header;
    Tensor given[MOST];
    int count;
} Call;

static void exactly(void *place, size_t size) {
    if (fread(place, 1, size, stdin) != size) exit(0);
}

/* Copy what stands after a mark up to a quotation mark. */
static void word(const char *text, const char *mark, char *out, size_t room) {
    const char *at = strstr(text, mark);
    size_t length = at ? strcspn(at += strlen(mark), "\"\\") : 0;
    if (length >= room) length = room - 1;
    memcpy(out, at ? at : "", length);
    out[length] = 0;
}

/* An option by name, or its default where the call leaves it out. */
static double option(const Call *call, const char *name, double otherwise) {
    char mark[64];
    snprintf(mark, sizeof mark, "\\\"%s\\\":", name);
    const char *at = strstr(call->header, mark);
    return at ? strtod(at + strlen(mark), NULL) : otherwise;
}

static Tensor like(const Tensor *other) {
    Tensor made = *other;
    made.values = malloc(made.count * sizeof *made.values + 1);
    return made;
}

static Tensor relu(const Call *call) {
    Tensor y = like(&call->given[0]);
    for (size_t i = 0; i < y.count; i++) {
        double v = call->given[0].values[i];
        y.values[i] = v > 0 || v != v ? v : 0;
    }
    return y;
}

static Tensor sigmoid(const Call *call) {
    Tensor y = like(&call->given[0]);
    for (size_t i = 0; i < y.count; i++) y.values[i] = 1 / (1 + exp(-call->given[0].values[i]));
    return y;
}

static Tensor sgd(const Call *call) {
    Tensor next = like(&call->given[0]);
    double lr = option(call, "lr", 0.01), decay = option(call, "weight_decay", 0);
    for (size_t i = 0; i < next.count; i++) {
        double v = call->given[0].values[i];
        next.values[i] = v - lr * (call->given[1].values[i] + decay * v);
    }
    return next;
}

static Tensor dense(const Call *call) {
    const Tensor *x = &call->given[0], *w = &call->given[1], *b = &call->given[2];
    Tensor y = *x;
    long n = x->shape[0], k = x->shape[1], m = w->shape[1];
    y.shape[1] = m;
    y.count = (size_t)(n * m);
    y = like(&y);
    for (long i = 0; i < n; i++)
        for (long j = 0; j < m; j++) {
            double sum = 0;
            for (long l = 0; l < k; l++) sum += x->values[i * k + l] * w->values[l * m + j];
            y.values[i * m + j] = sum + b->values[j];
        }
    return y;
}

static const struct {
    const char *name;
    Tensor (*function)(const Call *);
} FUNCTIONS[] = {{"relu", relu}, {"sigmoid", sigmoid}, {"sgd", sgd}, {"dense", dense}};

static void send(const char *header, const void *data, size_t size) {
    uint64_t length = strlen(header);
    fwrite(&length, 8, 1, stdout);
    fwrite(header, 1, length, stdout);
    fwrite(data, 1, size, stdout);
    fflush(stdout);
}

static void answer(const char *number, const Tensor *result) {
    int single = !strcmp(result->dtype, "F32");
    size_t size = result->count * (single ? 4 : 8);
    char header[512], shape[128] = "";
    for (int i = 0; i < result->axes; i++)
        snprintf(shape + strlen(shape), sizeof shape - strlen(shape), "%s%ld", i ? "," : "", result->shape[i]);
    snprintf(header, sizeof header,
             "{\"__metadata__\":{\"call\":\"%s\"},\"y\":{\"dtype\":\"%s\",\"shape\":[%s],\"data_offsets\":[0,%zu]}}", number,
             result->dtype, shape, size);
    float *narrow = malloc(size + 1);
    for (size_t i = 0; single && i < result->count; i++) narrow[i] = (float)result->values[i];
    send(header, single ? (void *)narrow : (void *)result->values, size);
    free(narrow);
}

/* Read the arrays of a call; they follow one another in the order in which the header names them. */
static void receive(Call *call) {
    for (call->count = 0; call->count < MOST; call->count++) {
        Tensor *tensor = &call->given[call->count];
        char mark[32];
        snprintf(mark, sizeof mark, "\"a%d\":{", call->count);
        const char *entry = strstr(call->header, mark);
        if (!entry) return;
        word(entry, "\"dtype\":\"", tensor->dtype, sizeof tensor->dtype);
        const char *at = strstr(entry, "\"shape\":[") + 9;
        tensor->count = 1;
        for (tensor->axes = 0; *at != ']' && tensor->axes < AXES; tensor->axes++) {
            char *end;
            tensor->shape[tensor->axes] = strtol(at, &end, 10);
            tensor->count *= (size_t)tensor->shape[tensor->axes];
            at = *end == ',' ? end + 1 : end;
        }
        tensor->values = malloc(tensor->count * sizeof *tensor->values + 1);
        if (!strcmp(tensor->dtype, "F32"))
            for (size_t i = 0; i < tensor->count; i++) {
                float value;
                exactly(&value, 4);
                tensor->values[i] = value;
            }
        else
            exactly(tensor->values, tensor->count * 8);
    }
}

int main(void) {
    send("{\"__metadata__\":{\"protocol\":\"1\",\"functions\":\"[\\\"relu\\\",\\\"sigmoid\\\",\\\"sgd\\\",\\\"dense\\\"]\"}}", "", 0);
    for (;;) {
        uint64_t length;
        exactly(&length, 8);
        char *header = calloc(length + 1, 1), number[32], name[64];
        exactly(header, length);
        Call call = {header, {{{0}, {0}, 0, 0, NULL}}, 0};
        receive(&call);
        word(header, "\"call\":\"", number, sizeof number);
        word(header, "\"function\":\"", name, sizeof name);
        for (size_t i = 0; i < sizeof FUNCTIONS / sizeof *FUNCTIONS; i++)
            if (!strcmp(name, FUNCTIONS[i].name)) {
                Tensor result = FUNCTIONS[i].function(&call);
                answer(number, &result);
                free(result.values);
            }
        for (int i = 0; i < call.count; i++) free(call.given[i].values);
        free(header);
    }
}
