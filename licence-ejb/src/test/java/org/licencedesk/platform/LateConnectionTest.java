package org.licencedesk.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class LateConnectionTest {

    private final List<String> calls = new ArrayList<>();

    private int taken;

    private int given;

    private boolean committing;

    private boolean lost;

    private final Connection late = LateConnection.of(this::take);

    @Test
    void takes_nothing_before_the_first_statement_and_keeps_nothing_after_the_commit() throws SQLException {
        late.setAutoCommit(false);
        assertThat(taken).isZero();

        late.createStatement();
        assertThat(taken - given).isOne();
        assertThat(committing).isFalse();

        late.commit();
        late.setAutoCommit(true);
        assertThat(calls).contains("commit");
        assertThat(taken - given).isZero();
    }

    @Test
    void gives_back_what_was_rolled_back() throws SQLException {
        late.setAutoCommit(false);
        late.createStatement();
        late.rollback();

        assertThat(calls).contains("rollback").doesNotContain("commit");
        assertThat(taken - given).isZero();
    }

    @Test
    void what_lost_its_connection_counts_as_rolled_back() throws SQLException {
        lost = true;
        late.setAutoCommit(false);
        late.createStatement();

        assertThatCode(late::rollback).doesNotThrowAnyException();
        assertThat(taken - given).isZero();
    }

    @Test // R36
    void nobody_knows_what_became_of_a_commit_that_lost_its_connection() throws SQLException {
        lost = true;
        late.setAutoCommit(false);
        late.createStatement();

        assertThatThrownBy(late::commit)
                .isInstanceOfSatisfying(SQLException.class, failure -> assertThat(failure.getSQLState())
                        .isEqualTo("08007"));
        assertThat(taken - given).isZero();
    }

    @Test
    void outside_a_transaction_keeps_a_connection_until_the_statement_is_closed() throws SQLException {
        Statement statement = late.createStatement();
        assertThat(taken - given).isOne();
        assertThat(committing).isTrue();

        statement.close();
        assertThat(taken - given).isZero();
    }

    @Test
    void asks_the_database_nothing_for_what_a_server_says_of_itself_between_transactions() throws SQLException {
        late.setAutoCommit(false);
        late.createStatement();
        late.commit();

        late.setClientInfo(new Properties());
        assertThat(late.getClientInfo()).isEmpty();
        assertThat(taken - given).isZero();
        assertThat(taken).isOne();
    }

    @Test
    void gives_back_at_once_what_it_took_for_a_single_question() throws SQLException {
        late.clearWarnings();
        late.setAutoCommit(false);
        late.getTransactionIsolation();

        assertThat(taken - given).isZero();
    }

    private Connection take(boolean autoCommit) {
        taken++;
        committing = autoCommit;
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    calls.add(method.getName());
                    if (lost && List.of("commit", "rollback").contains(method.getName())) {
                        throw new SQLException("Connection is closed", "08000");
                    }
                    if (method.getName().equals("close")) {
                        given++;
                    }
                    if (Statement.class.isAssignableFrom(method.getReturnType())) {
                        return statement();
                    }
                    return method.getReturnType() == int.class ? Connection.TRANSACTION_READ_COMMITTED : null;
                });
    }

    private Statement statement() {
        return (Statement) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Statement.class},
                (proxy, method, arguments) -> method.getReturnType() == boolean.class ? false : null);
    }
}
