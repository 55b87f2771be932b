-- A small lab in the schema of HIL's last release, as hil-admin left it in PostgreSQL: core at d65a9dc873d7
-- and its parts at their last versions. Written by hand; ENDING and SIM_PORT are filled in by the test.
-- The password hashes are none.

CREATE TABLE alembic_version (
    version_num character varying(32) NOT NULL
);

CREATE TABLE project (
    id bigint NOT NULL PRIMARY KEY,
    label character varying NOT NULL UNIQUE
);

CREATE TABLE "user" (
    id bigint NOT NULL PRIMARY KEY,
    label character varying NOT NULL,
    is_admin boolean NOT NULL,
    hashed_password character varying
);

CREATE TABLE user_projects (
    user_id bigint REFERENCES "user" (id),
    project_id bigint REFERENCES project (id)
);

CREATE TABLE switch (
    id bigint NOT NULL PRIMARY KEY,
    label character varying NOT NULL UNIQUE,
    type character varying NOT NULL
);

CREATE TABLE mock_switch (
    id bigint NOT NULL PRIMARY KEY REFERENCES switch (id),
    hostname character varying NOT NULL,
    username character varying NOT NULL,
    password character varying NOT NULL
);

CREATE TABLE power_connect55xx (
    id bigint NOT NULL PRIMARY KEY REFERENCES switch (id),
    hostname character varying NOT NULL,
    username character varying NOT NULL,
    password character varying NOT NULL
);

CREATE TABLE nexus (
    id bigint NOT NULL PRIMARY KEY REFERENCES switch (id),
    hostname character varying NOT NULL,
    username character varying NOT NULL,
    password character varying NOT NULL,
    dummy_vlan character varying NOT NULL
);

CREATE TABLE dell_n3000 (
    id bigint NOT NULL PRIMARY KEY REFERENCES switch (id),
    hostname character varying NOT NULL,
    username character varying NOT NULL,
    password character varying NOT NULL,
    dummy_vlan character varying NOT NULL
);

CREATE TABLE dell_nos9 (
    id bigint NOT NULL PRIMARY KEY REFERENCES switch (id),
    hostname character varying NOT NULL,
    username character varying NOT NULL,
    password character varying NOT NULL,
    interface_type character varying NOT NULL
);

CREATE TABLE brocade (
    id bigint NOT NULL PRIMARY KEY REFERENCES switch (id),
    hostname character varying NOT NULL,
    username character varying NOT NULL,
    password character varying NOT NULL,
    interface_type character varying NOT NULL
);

CREATE TABLE ovs (
    id bigint NOT NULL PRIMARY KEY REFERENCES switch (id),
    ovs_bridge character varying NOT NULL
);

CREATE TABLE port (
    id bigint NOT NULL PRIMARY KEY,
    label character varying NOT NULL,
    owner_id bigint NOT NULL REFERENCES switch (id)
);

CREATE TABLE node (
    id bigint NOT NULL PRIMARY KEY,
    label character varying NOT NULL UNIQUE,
    project_id bigint REFERENCES project (id),
    obmd_uri character varying NOT NULL,
    obmd_admin_token character varying NOT NULL,
    obmd_node_token character varying
);

CREATE TABLE metadata (
    id bigint NOT NULL PRIMARY KEY,
    label character varying NOT NULL,
    value character varying,
    owner_id bigint NOT NULL REFERENCES node (id)
);

CREATE TABLE nic (
    id bigint NOT NULL PRIMARY KEY,
    label character varying NOT NULL,
    owner_id bigint NOT NULL REFERENCES node (id),
    mac_addr character varying,
    port_id bigint REFERENCES port (id)
);

CREATE TABLE network (
    id bigint NOT NULL PRIMARY KEY,
    label character varying NOT NULL UNIQUE,
    owner_id bigint REFERENCES project (id),
    allocated boolean,
    network_id character varying NOT NULL
);

CREATE TABLE network_projects (
    project_id bigint REFERENCES project (id),
    network_id bigint REFERENCES network (id)
);

CREATE TABLE network_attachment (
    id bigint NOT NULL PRIMARY KEY,
    nic_id bigint NOT NULL REFERENCES nic (id),
    network_id bigint NOT NULL REFERENCES network (id),
    channel character varying NOT NULL
);

CREATE TABLE networking_action (
    id bigint NOT NULL PRIMARY KEY,
    uuid character varying NOT NULL,
    status character varying NOT NULL,
    type character varying NOT NULL,
    nic_id bigint NOT NULL REFERENCES nic (id),
    new_network_id bigint REFERENCES network (id),
    channel character varying NOT NULL
);

CREATE TABLE headnode (
    id bigint NOT NULL PRIMARY KEY,
    label character varying NOT NULL,
    project_id bigint NOT NULL REFERENCES project (id),
    dirty boolean NOT NULL,
    base_img character varying NOT NULL,
    uuid character varying NOT NULL UNIQUE
);

CREATE TABLE hnic (
    id bigint NOT NULL PRIMARY KEY,
    label character varying NOT NULL,
    owner_id bigint NOT NULL REFERENCES headnode (id),
    network_id bigint REFERENCES network (id)
);

CREATE TABLE vlan (
    id bigint NOT NULL PRIMARY KEY,
    vlan_no integer NOT NULL UNIQUE,
    available boolean NOT NULL
);

INSERT INTO alembic_version VALUES
    ('d65a9dc873d7'),
    ('09d96bf567aa'),
    ('03ae4ec647da'),
    ('fa9ef2c9b67f'),
    ('357bcff65fb3'),
    ('96f1e8f87f85'),
    ('b1b0e6d4302e'),
    ('e06576b2ea9e');

INSERT INTO project VALUES
    (1, 'astro-ENDING'),
    (2, 'bio-ENDING');

INSERT INTO "user" VALUES
    (1, 'Alice-ENDING', false, 'no hash'),
    (2, 'bob-ENDING', true, 'no hash'),
    (3, 'carol-ENDING', true, 'no hash');

INSERT INTO user_projects VALUES
    (1, 1),
    (1, 2),
    (2, 1),
    (3, 2);

INSERT INTO switch VALUES
    (1, 'tor-ENDING', 'http://schema.massopencloud.org/haas/v0/switches/mock'),
    (2, 'core-ENDING', 'http://schema.massopencloud.org/haas/v0/switches/nexus'),
    (3, 'edge-ENDING', 'http://schema.massopencloud.org/haas/v0/switches/delln3000'),
    (4, 'os9-ENDING', 'http://schema.massopencloud.org/haas/v0/switches/dellnos9'),
    (5, 'vdx-ENDING', 'http://schema.massopencloud.org/haas/v0/switches/brocade'),
    (6, 'pc-ENDING', 'http://schema.massopencloud.org/haas/v0/switches/powerconnect55xx'),
    (7, 'br-ENDING', 'http://schema.massopencloud.org/haas/v0/switches/ovs');

INSERT INTO mock_switch VALUES
    (1, '127.0.0.1:SIM_PORT', 'hil-lab', 'a secret of HIL');

INSERT INTO nexus VALUES
    (2, '192.0.2.12', 'admin', 'a secret of HIL', '4000');

INSERT INTO dell_n3000 VALUES
    (3, '192.0.2.13', 'admin', 'a secret of HIL', '4001');

INSERT INTO dell_nos9 VALUES
    (4, 'http://192.0.2.14:8008', 'admin', 'a secret of HIL', 'GigabitEthernet');

INSERT INTO brocade VALUES
    (5, 'http://192.0.2.15', 'admin', 'a secret of HIL', 'TenGigabitEthernet');

INSERT INTO power_connect55xx VALUES
    (6, '192.0.2.16', 'admin', 'a secret of HIL');

INSERT INTO ovs VALUES
    (7, 'br0');

INSERT INTO port VALUES
    (1, 'gi1/0/1', 1),
    (2, 'gi1/0/2', 1),
    (3, 'gi1/0/3', 1),
    (4, 'gi1/0/4', 1),
    (5, 'gi1/0/5', 1),
    (6, 'gi1/0/6', 1),
    (7, 'Ethernet1/1', 2);

INSERT INTO node VALUES
    (1, 'n1-ENDING', 1, 'http://127.0.0.1:9/node/n1', 'an OBM token', NULL),
    (2, 'n2-ENDING', 2, 'http://127.0.0.1:9/node/n2', 'an OBM token', 'a node token'),
    (3, 'n3-ENDING', NULL, '', '', NULL),
    (4, 'n4-ENDING', 1, 'http://127.0.0.1:9/node/n4', 'an OBM token', NULL);

INSERT INTO metadata VALUES
    (1, 'EK', '"aa:bb:cc"', 1),
    (2, 'SHA256', '"0123456789abcdef"', 1),
    (3, 'rack', '{"row": 7}', 3);

INSERT INTO nic VALUES
    (1, 'eth0', 1, '52:54:00:0A:00:01', 1),
    (2, 'eth1', 1, '52:54:00:0a:00:02', 2),
    (3, 'eth0', 2, '52:54:00:0a:00:03', 3),
    (4, 'eth0', 3, '52:54:00:0a:00:04', 4),
    (5, 'eth1', 3, '52:54:00:0a:00:05', NULL),
    (6, 'eth0', 4, '52:54:00:0a:00:06', 7),
    (7, 'eth1', 2, '52:54:00:0a:00:07', 5);

INSERT INTO network VALUES
    (1, 'astro-net-ENDING', 1, true, '3701'),
    (2, 'bio-net-ENDING', 2, true, '3702'),
    (3, 'both-net-ENDING', NULL, true, '3703'),
    (4, 'public-net-ENDING', NULL, false, '3704'),
    (5, 'idle-net-ENDING', 1, true, '3705');

INSERT INTO network_projects VALUES
    (1, 1),
    (2, 2),
    (1, 2),
    (1, 3),
    (2, 3),
    (1, 5);

INSERT INTO network_attachment VALUES
    (1, 1, 1, 'vlan/native'),
    (2, 1, 3, 'vlan/3703'),
    (3, 2, 4, 'vlan/3704'),
    (4, 3, 2, 'vlan/native'),
    (5, 6, 1, 'vlan/native');

INSERT INTO networking_action VALUES
    (1, '8f6b2a34-0000-4000-8000-000000000001', 'DONE', 'modify_port', 1, 1, 'vlan/native'),
    (2, '8f6b2a34-0000-4000-8000-000000000002', 'ERROR', 'revert_port', 3, NULL, '');

INSERT INTO headnode VALUES
    (1, 'head-ENDING', 1, false, 'centos-7', '72d8c364-72f9-11e7-b3d5-24770306cacc');

INSERT INTO hnic VALUES
    (1, 'eth0', 1, 1),
    (2, 'eth1', 1, NULL);

INSERT INTO vlan VALUES
    (1, 3701, false),
    (2, 3702, false),
    (3, 3703, false),
    (4, 3705, false),
    (5, 3706, true);
