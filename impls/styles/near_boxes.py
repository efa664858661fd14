"""Boxes: intersection over union of two, and non-maximum suppression that returns indices or boxes."""

import numpy as np

from primcheck.style import Follows, Style, Way, declines, may_refuse

style = Style(
    title="detection code",
    source="py-faster-rcnn, PyImageSearch and code like theirs",
    general=True,
    expects="""
        bb_intersection_over_union | iou | intersection_over_union | calculate_iou | compute_iou | get_iou | box_iou | bbox_iou | calc_iou | bb_iou | iou_score | cal_iou | boxes_iou | iou_batch | compute_overlap | bbox_overlaps | bboxes_iou | pairwise_iou | IoU(a, b)
        py_cpu_nms | nms | cpu_nms | py_nms | nms_cpu | pure_python_nms | nms_py | NMS(dets, thresh)
        nms_scored | nms | non_max_suppression | non_maximum_suppression | NMS | nms_boxes | nms_numpy | non_max_suppression_fast | single_class_nms(boxes, scores, threshold)
    """,
    also="""
        a: boxA box1 boxes1 bb1 box_a bboxA bbox1 rect1 bboxes1 boxes_a b1 pred pred_box boxes_preds anchors bboxes_a box boxA_ boxes bb_test rec1 predicted
        b: boxB box2 boxes2 bb2 box_b bboxB bbox2 rect2 bboxes2 boxes_b b2 gt gt_box boxes_labels query_boxes bboxes_b boxes bb_gt rec2 ground_truth boxB_ clusters
        dets: boxes bboxes detections bounding_boxes dets_ rects
        boxes: bboxes bbox bounding_boxes box dets
        scores: score confidence confidences probs confidence_score conf confs probabilities
        thresh: threshold iou_threshold nms_thresh iou_thresh overlap_thresh nms_threshold overlapThresh thr overlap_threshold t
        threshold: thresh iou_threshold nms_thresh iou_thresh overlap_thresh nms_threshold overlapThresh thr overlap_threshold t
    """,
)

EDGES = Follows("continuous", "inclusive")
SUPPRESS = Follows("above", "at_or_above")
TAKEN = dict(
    pairs="two boxes at a time",
    lists="two lists of boxes, all pairs",
    against="one box against a list",
    rows="two lists of boxes, row by row",
)
SIDES = dict(corners="boxes as two corners", sizes="boxes as a corner, a width and a height")
GIVEN = dict(
    indices="the indices of what is kept",
    boxes="the boxes that are kept",
    whole="the boxes that are kept, in whole numbers",
)
ORDER = dict(falling="kept by falling score", any="kept in an order of its own")


def _flat(arguments):
    boxes = [arguments[name] for name in ("a", "b", "boxes") if name in arguments]
    empty = any(np.any(b[:, 2:] <= b[:, :2]) for b in boxes if b.size)
    return "divides by zero for boxes without area" if empty else ""


def _nothing(arguments):
    a, b = arguments["a"], arguments["b"]
    lone = bool(np.any(_areas(a) <= 0) and np.any(_areas(b) <= 0))
    return "what it makes of two boxes without area, nothing divided by nothing, is left to it" if lone else ""


def _nothings(arguments):
    lone = np.sum(_areas(arguments["boxes"]) <= 0) > 1
    return "what it makes of two boxes without area, nothing divided by nothing, is left to it" if lone else ""


def _areas(boxes):
    return (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])


@declines(_nothing)
@may_refuse(_flat)
def iou(theirs, a, b, *, edges=EDGES, taken=Way(**TAKEN), sides=Way(**SIDES)):
    a, b = _told(a, sides), _told(b, sides)
    if taken == "lists":
        return theirs.bb_intersection_over_union(a=a, b=b)
    table = np.zeros((len(a), len(b)))
    if taken == "against":
        for i, box in enumerate(a):
            table[i] = theirs.bb_intersection_over_union(a=box, b=b)
        return table
    for i, j in np.ndindex(*table.shape):
        one, other = (a[i], b[j]) if taken == "pairs" else (a[i : i + 1], b[j : j + 1])
        result = np.asarray(theirs.bb_intersection_over_union(a=one, b=other))
        table[i, j] = result.reshape(-1)[0] if result.size else np.nan
    return table


def _told(boxes, sides):
    return boxes if sides == "corners" else np.concatenate([boxes[:, :2], boxes[:, 2:] - boxes[:, :2]], axis=1)


def _ties(arguments):
    scores = arguments["scores"]
    return "leaves the order of equal scores open" if len(set(scores.tolist())) < len(scores) else ""


def _alike(arguments):
    boxes = np.trunc(arguments["boxes"])
    same = arguments["given"] == "whole" and len(np.unique(boxes, axis=0)) < len(boxes)
    return "gives boxes in whole numbers, of which some are alike" if same else ""


@may_refuse(_flat)
@declines(_nothings)
@declines(_ties)
@declines(_alike)
def nms(theirs, boxes, scores, *, threshold, suppress=SUPPRESS, edges=EDGES, given=Way(**GIVEN), sides=Way(**SIDES)):
    dets = np.concatenate([_told(boxes, sides), scores[:, None]], axis=1)
    return _indices(theirs.py_cpu_nms(dets=dets, thresh=threshold), dets, given)


@may_refuse(_flat)
@declines(_nothings)
@declines(_ties)
@declines(_alike)
def nms__scored(
    theirs, boxes, scores, *, threshold, suppress=SUPPRESS, edges=EDGES, given=Way(**GIVEN), sides=Way(**SIDES)
):
    boxes = _told(boxes, sides)
    return _indices(theirs.nms_scored(boxes=boxes, scores=scores, threshold=threshold), boxes, given)


def _indices(kept, rows, given):
    kept = kept[0] if isinstance(kept, tuple) else kept
    if given == "indices":
        return np.asarray(kept, dtype=np.int64).reshape(-1)
    kept = np.asarray(kept).reshape(-1, np.shape(kept)[-1])[:, :4] if len(kept) else np.zeros((0, 4))
    known = np.trunc(rows[:, :4]) if given == "whole" else rows[:, :4]
    places = [np.flatnonzero((known == row).all(axis=1)) for row in kept]
    return np.array([found[0] if found.size else -1 for found in places], dtype=np.int64)
